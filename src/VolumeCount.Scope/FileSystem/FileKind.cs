namespace VolumeCount.Scope.FileSystem;

/// <summary>The kinds of files that the plugin distinguishes, by their bits in a file's mode (inode(7)).</summary>
internal enum FileKind
{
    /// <summary>A folder.</summary>
    Folder = 0x4000,

    /// <summary>A unix socket.</summary>
    Socket = 0xc000,
}
