using System.ComponentModel;
using VolumeCount.Scope.FileSystem;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Tests.Emulation;

/// <summary>What a look into the plugins folder found.</summary>
/// <param name="Sockets">The paths of the plugins' sockets, in ordinal order.</param>
/// <param name="Warnings">What Scope's probe would log about all else, in its own words.</param>
internal sealed record PluginScan(IReadOnlyList<string> Sockets, IReadOnlyList<string> Warnings)
{
    /// <summary>Looks for sockets in a folder and those below it.</summary>
    public static PluginScan Of(string folder)
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

        foreach (var socket in sockets.Where(socket => !PluginIds.IsValid(IdOf(socket))))
            warnings.Add($"plugins: error loading plugin {socket}: invalid plugin id \"{IdOf(socket)}\"");
        sockets.RemoveAll(socket => !PluginIds.IsValid(IdOf(socket)));
        sockets.Sort(StringComparer.Ordinal);
        return new PluginScan(sockets, warnings);
    }

    private static string IdOf(string socket) => Path.GetFileNameWithoutExtension(socket);

    private static void Walk(string path, List<string> sockets, List<string> warnings)
    {
        switch (KindOf(path))
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

    private static FileKind KindOf(string path)
    {
        try
        {
            return FileIdentity.Of(path, followsLinks: true)?.Kind
                ?? throw new FileNotFoundException("no such file or directory");
        }
        catch (Win32Exception e)
        {
            throw new IOException(e.Message, e);
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
}
