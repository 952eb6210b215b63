using System.Runtime.InteropServices;

namespace VolumeCount.Inventory;

/// <summary>
/// When a file last changed in any way: came to be, or got another owner, group or mode. .NET tells none of that but the mode, and
/// of a link nothing of what it leads to.
/// </summary>
internal readonly partial record struct FileChangeTime(long Seconds, uint Nanoseconds)
{
    private const int AtCurrentFolder = -100; // AT_FDCWD
    private const uint ChangeTime = 0x80; // STATX_CTIME

    /// <summary>The time of what the path leads to, or none where that cannot be had.</summary>
    public static FileChangeTime Of(string path) =>
        Statx(AtCurrentFolder, path, flags: 0, ChangeTime, out var file) == 0 ? new FileChangeTime(file.Seconds, file.Nanoseconds) : default;

    // statx(2) rather than stat(2): its structure is the same on every architecture.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, out StatxBuffer buffer);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct StatxBuffer
    {
        [FieldOffset(96)]
        public long Seconds;

        [FieldOffset(104)]
        public uint Nanoseconds;
    }
}
