using System.ComponentModel;
using System.Net.Sockets;
using System.Text;
using VolumeCount.Scope.FileSystem;

namespace VolumeCount.Scope.Hosting.Sockets;

/// <summary>
/// The plugin's socket in the file system. It is bound under a temporary name, made ready, and renamed over the final one,
/// so that every connection reaches either the previous instance or this one.
/// </summary>
internal sealed class PluginSocket
{
    /// <summary>
    /// The longest path, in bytes, that a client can connect to: a unix socket's address has 108 bytes, with the terminating
    /// zero (unix(7)).
    /// </summary>
    public const int MaxPathBytes = 107;

    // Scope does not accept such a name as a plugin's id.
    private const string TemporaryPattern = ".vc-*.tmp";
    private const int TemporaryNameLength = 16;
    private const int Backlog = int.MaxValue; // The system limits it to its maximum, net.core.somaxconn.
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string OtherFolder = "or choose another folder with --plugins-dir";

    private static readonly TimeSpan LockTimeout = TimeSpan.FromMilliseconds(300);

    private readonly string _folder;
    private readonly TimeProvider _timeProvider;
    private FileIdentity? _identity;

    /// <exception cref="PluginSocketException">The path would be too long for a unix socket.</exception>
    public PluginSocket(string pluginsDirectory, string pluginId, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _folder = System.IO.Path.GetFullPath(pluginsDirectory);
        Path = System.IO.Path.Combine(_folder, $"{pluginId}.sock");

        // The temporary name must fit as well; it is longer than that of a plugin with a short id.
        var length = Math.Max(
            Encoding.UTF8.GetByteCount(Path), Encoding.UTF8.GetByteCount(_folder) + 1 + TemporaryNameLength);
        if (length > MaxPathBytes)
        {
            throw new PluginSocketException(
                $"{Path}: the path has {length} bytes, and that of a unix socket at most {MaxPathBytes}. " +
                "Choose a shorter folder with --plugins-dir");
        }
    }

    public string Path { get; }

    /// <summary>
    /// Creates the folder if it is missing, and publishes a listening socket, which replaces an existing one. If it fails,
    /// it removes the folders that it created.
    /// </summary>
    /// <exception cref="PluginSocketException">The socket cannot be created; the message has the reason.</exception>
    public async ValueTask<Socket> PublishAsync()
    {
        var folders = new CreatedFolders();
        try
        {
            folders.Create(_folder);
            using var folderLock = await FolderLock.TryTakeAsync(_folder, LockTimeout, _timeProvider)
                ?? throw new PluginSocketException(
                    $"{_folder}: another process has locked this folder. End it, {OtherFolder}");
            return PublishLocked();
        }
        catch (Exception e)
        {
            folders.Undo();
            throw Explain(e);
        }
    }

    /// <summary>Checks what the socket's path names now.</summary>
    /// <exception cref="Win32Exception">The folder cannot be searched.</exception>
    public PluginSocketState Inspect() => FileIdentity.Of(Path) switch
    {
        { } found when found == _identity => PluginSocketState.Ours,
        { Kind: FileKind.Socket } when IsListenedOn() => PluginSocketState.Replaced,
        _ => PluginSocketState.Missing,
    };

    /// <summary>Removes the socket, unless the path names another one meanwhile.</summary>
    /// <exception cref="Win32Exception">The folder cannot be searched.</exception>
    /// <exception cref="IOException">The socket cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be written any more.</exception>
    public async ValueTask RemoveAsync()
    {
        if (_identity is null || FileIdentity.Of(Path) != _identity)
            return;

        // Checked again under the lock that another instance publishes under, so that no other can publish in between. If
        // another process keeps the lock, the small risk is better than a socket that is never removed.
        using var folderLock = await FolderLock.TryTakeAsync(_folder, LockTimeout, _timeProvider);
        if (FileIdentity.Of(Path) == _identity)
            File.Delete(Path);
        _identity = null;
    }

    private Socket PublishLocked()
    {
        RefuseOtherFiles();
        RemoveLeftovers();

        var temporaryName = TemporaryPattern.Replace("*", $"{Random.Shared.Next():x8}", StringComparison.Ordinal);
        var temporary = System.IO.Path.Combine(_folder, temporaryName);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            // The mode is set before it listens, and until then no client can connect.
            socket.Bind(new UnixDomainSocketEndPoint(temporary));
            File.SetUnixFileMode(temporary, OwnerOnly);
            socket.Listen(Backlog);
            var identity = FileIdentity.Of(temporary);
            File.Move(temporary, Path, overwrite: true);
            _identity = identity;
            return socket;
        }
        catch
        {
            // .NET deletes the name that a socket was bound to when it closes it.
            socket.Dispose();
            throw;
        }
    }

    private void RefuseOtherFiles()
    {
        var kind = FileIdentity.Of(Path)?.Kind;
        if (kind is null or FileKind.Socket)
            return;

        var found = kind == FileKind.Folder ? "is a folder" : "exists and is not a socket";
        throw new PluginSocketException($"{Path}: {found}. Nothing was deleted. Move it away, {OtherFolder}");
    }

    /// <summary>
    /// Removes the temporary sockets of instances that were killed while they published. A live instance that publishes
    /// holds the lock, so none of them can be in use.
    /// </summary>
    private void RemoveLeftovers()
    {
        foreach (var leftover in Directory.EnumerateFiles(_folder, TemporaryPattern))
        {
            if (FileIdentity.Of(leftover)?.Kind == FileKind.Socket)
                File.Delete(leftover);
        }
    }

    private bool IsListenedOn()
    {
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { Blocking = false };
        try
        {
            client.Connect(new UnixDomainSocketEndPoint(Path));
            return true;
        }
        catch (SocketException e)
        {
            // Any other error, such as a full backlog, means that the socket has a listener.
            return e.SocketErrorCode != SocketError.ConnectionRefused;
        }
    }

    private PluginSocketException Explain(Exception failure) => failure switch
    {
        PluginSocketException already => already,
        UnauthorizedAccessException
            or SocketException { SocketErrorCode: SocketError.AccessDenied }
            or Win32Exception { NativeErrorCode: 13 } =>
            new PluginSocketException(
                $"{Path}: no permission to create it. Run as a user who may write to {_folder}, {OtherFolder}", failure),
        _ => new PluginSocketException($"{Path}: cannot be created: {failure.Message}. Fix it, {OtherFolder}", failure),
    };
}
