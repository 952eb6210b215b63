using System.ComponentModel;
using System.Text.RegularExpressions;
using VolumeCount.Scope.FileSystem;

namespace VolumeCount.Scope.Contract;

/// <summary>Facts about the path of a plugin's socket.</summary>
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

    private static FileKind KindOrThrow(string path) =>
        FileIdentity.Of(path)?.Kind ?? throw new FileNotFoundException("no such file or directory");

    [GeneratedRegex(@"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*\z")]
    private static partial Regex PluginIdPattern { get; }
}
