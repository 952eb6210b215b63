using System.Runtime.InteropServices;

namespace VolumeCount.Scope.FileSystem;

/// <summary>
/// The properties of a file that .NET does not expose, in the layout of statx(2), which unlike that of stat(2) is the same
/// on every architecture.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal partial struct FileStatus
{
    /// <summary>Its kind and permissions.</summary>
    [FieldOffset(28)]
    public ushort Mode;

    /// <summary>Its number on its device.</summary>
    [FieldOffset(32)]
    public ulong Inode;

    /// <summary>
    /// The time of the last change of its content, owner, group or mode, or of its creation, in seconds since 1970.
    /// </summary>
    [FieldOffset(96)]
    public long ChangedSeconds;

    /// <summary>The nanoseconds of that time.</summary>
    [FieldOffset(104)]
    public uint ChangedNanoseconds;

    /// <summary>The first half of its device's number.</summary>
    [FieldOffset(136)]
    public uint DeviceMajor;

    /// <summary>The second half of its device's number.</summary>
    [FieldOffset(140)]
    public uint DeviceMinor;

    private const int AtCurrentFolder = -100; // AT_FDCWD
    private const int DoNotFollowLinks = 0x100; // AT_SYMLINK_NOFOLLOW
    private const uint BasicFields = 0x7ff; // STATX_BASIC_STATS

    /// <summary>
    /// Reads the status of the file at a path. If that fails, the error is <see cref="Marshal.GetLastPInvokeError"/>.
    /// </summary>
    public static bool TryGet(string path, bool followsLinks, out FileStatus status) =>
        Statx(AtCurrentFolder, path, followsLinks ? 0 : DoNotFollowLinks, BasicFields, out status) == 0;

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Statx(int folder, string path, int flags, uint mask, out FileStatus buffer);
}
