using System.ComponentModel;
using System.Runtime.InteropServices;

namespace VolumeCount.Sockets;

/// <summary>
/// Which file a path names: device and inode tell whether it is the very file that we made, and the mode what kind it is.
/// A bound socket holds on to its inode until it is closed, so no other file can come to have the same identity.
/// </summary>
internal readonly partial record struct FileIdentity(ulong Device, ulong Inode, FileKind Kind)
{
    private const int AtCurrentFolder = -100; // AT_FDCWD
    private const int DoNotFollowLinks = 0x100; // AT_SYMLINK_NOFOLLOW
    private const uint BasicFields = 0x7ff; // STATX_BASIC_STATS
    private const int NoSuchFile = 2; // ENOENT
    private const int KindMask = 0xf000; // S_IFMT

    /// <summary>The identity of what the path names, or null where it names nothing. A link is not followed.</summary>
    /// <exception cref="Win32Exception">The folder cannot be searched, or another error of the system.</exception>
    public static FileIdentity? Of(string path)
    {
        if (Statx(AtCurrentFolder, path, DoNotFollowLinks, BasicFields, out var file) == 0)
            return new FileIdentity(((ulong)file.DeviceMajor << 32) | file.DeviceMinor, file.Inode, (FileKind)(file.Mode & KindMask));

        var error = Marshal.GetLastPInvokeError();
        return error == NoSuchFile ? null : throw new Win32Exception(error);
    }

    // statx(2) rather than stat(2): its structure is the same on every architecture.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Statx(int folder, string path, int flags, uint mask, out StatxBuffer buffer);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct StatxBuffer
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
