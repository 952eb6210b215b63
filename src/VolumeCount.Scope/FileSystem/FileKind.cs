namespace VolumeCount.Scope.FileSystem;

/// <summary>The kinds of files that the plugin distinguishes, by their bits in a file's mode (inode(7)).</summary>
internal enum FileKind
{
    Folder = 0x4000,
    Socket = 0xc000,
}
