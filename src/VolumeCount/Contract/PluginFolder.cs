using System.ComponentModel;
using System.Text.RegularExpressions;
using VolumeCount.Sockets;

namespace VolumeCount.Contract;

/// <summary>The folder in which plugins have their sockets.</summary>
internal static partial class PluginFolder
{
    /// <summary>The id of the plugin behind a socket: the file name without its extension.</summary>
    public static string PluginId(string socketPath) => Path.GetFileNameWithoutExtension(socketPath);

    /// <summary>Whether Scope takes an id for a plugin's.</summary>
    public static bool IsPluginId(string id) => PluginIdPattern.IsMatch(id);

    /// <summary>The kind of what a path names, links followed.</summary>
    /// <exception cref="IOException">It names nothing that can be looked at.</exception>
    public static FileKind Kind(string path)
    {
        try
        {
            var kind = KindOrThrow(path);
            if (kind is FileKind.Socket or FileKind.Folder)
                return kind;
            return File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? KindOrThrow(target.FullName) : kind;
        }
        catch (Exception e) when (e is Win32Exception or UnauthorizedAccessException)
        {
            throw new IOException(e.Message, e);
        }
    }

    /// <summary>Looks for sockets in a folder and those below it.</summary>
    public static PluginScan Scan(string folder)
    {
        var sockets = new List<string>();
        var warnings = new List<string>();
        try
        {
            Walk(folder, sockets, warnings);
        }
        catch (IOException e)
        {
            warnings.Add($"plugins: problem loading: {e.Message}");
        }

        foreach (var socket in sockets.Where(socket => !IsPluginId(PluginId(socket))))
            warnings.Add($"plugins: error loading plugin {socket}: invalid plugin id \"{PluginId(socket)}\"");
        sockets.RemoveAll(socket => !IsPluginId(PluginId(socket)));
        sockets.Sort(StringComparer.Ordinal);
        return new PluginScan(sockets, warnings);
    }

    private static FileKind KindOrThrow(string path) =>
        FileIdentity.Of(path)?.Kind ?? throw new FileNotFoundException("no such file or directory");

    private static void Walk(string path, List<string> sockets, List<string> warnings)
    {
        switch (Kind(path))
        {
            case FileKind.Socket:
                sockets.Add(path);
                break;

            case FileKind.Folder:
                foreach (var entry in Entries(path))
                {
                    try
                    {
                        Walk(entry, sockets, warnings);
                    }
                    catch (IOException e)
                    {
                        warnings.Add($"plugins: error loading path {entry}: {e.Message}");
                    }
                }

                break;
        }
    }

    private static IEnumerable<string> Entries(string folder)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder).Order(StringComparer.Ordinal);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException("permission denied", e);
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*\z")]
    private static partial Regex PluginIdPattern { get; }
}
