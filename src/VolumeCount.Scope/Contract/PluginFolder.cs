using System.ComponentModel;
using VolumeCount.Scope.FileSystem;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Scope.Contract;

/// <summary>Facts about the path of a plugin's socket.</summary>
internal static class PluginFolder
{
    /// <summary>The id of the plugin behind a socket: the file name without its extension.</summary>
    public static string PluginId(string socketPath) => Path.GetFileNameWithoutExtension(socketPath);

    /// <summary>Whether Scope accepts an id as a plugin's.</summary>
    public static bool IsPluginId(string id) => PluginIds.IsValid(id);

    /// <summary>The kind of the file at a path, links followed.</summary>
    /// <exception cref="IOException">The path does not exist or cannot be read.</exception>
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

    private static FileKind KindOrThrow(string path) =>
        FileIdentity.Of(path)?.Kind ?? throw new FileNotFoundException("no such file or directory");
}
