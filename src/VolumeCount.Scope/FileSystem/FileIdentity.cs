using System.ComponentModel;
using System.Runtime.InteropServices;

namespace VolumeCount.Scope.FileSystem;

/// <summary>
/// The identity of a file: its device and inode, by which the plugin recognizes its own socket, and its kind. A bound socket
/// keeps its inode until it is closed, so no other file can get the same identity.
/// </summary>
internal readonly record struct FileIdentity(ulong Device, ulong Inode, FileKind Kind)
{
    private const int NoSuchFile = 2; // ENOENT
    private const int KindMask = 0xf000; // S_IFMT

    /// <summary>The identity of the file at a path, or of the target of a link there; null if it does not exist.</summary>
    /// <exception cref="Win32Exception">The folder cannot be searched, or another error of the system.</exception>
    public static FileIdentity? Of(string path, bool followsLinks = false)
    {
        if (FileStatus.TryGet(path, followsLinks, out var file))
        {
            return new FileIdentity(
                ((ulong)file.DeviceMajor << 32) | file.DeviceMinor, file.Inode, (FileKind)(file.Mode & KindMask));
        }

        var error = Marshal.GetLastPInvokeError();
        return error == NoSuchFile ? null : throw new Win32Exception(error);
    }
}
