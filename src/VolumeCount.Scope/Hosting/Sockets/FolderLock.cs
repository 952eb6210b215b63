using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace VolumeCount.Scope.Hosting.Sockets;

/// <summary>
/// An exclusive lock on a folder, held for the instant in which a plugin publishes or removes its socket, so that one
/// instance never removes the socket that another has just published. It needs no file (flock(2) on the folder itself), and
/// the kernel releases it when its holder ends.
/// </summary>
internal sealed partial class FolderLock : IDisposable
{
    private const int CloseOnExec = 0x80000; // O_CLOEXEC, with O_RDONLY being 0
    private const int ExclusiveWithoutWaiting = 2 | 4; // LOCK_EX | LOCK_NB
    private const int WouldBlock = 11; // EWOULDBLOCK
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(5);

    private readonly SafeFileHandle _folder;

    private FolderLock(SafeFileHandle folder) => _folder = folder;

    /// <summary>
    /// Locks the folder, waiting for at most <paramref name="timeout"/>; null if another process holds it for longer.
    /// </summary>
    /// <exception cref="Win32Exception">The folder cannot be read.</exception>
    public static async ValueTask<FolderLock?> TryTakeAsync(string folder, TimeSpan timeout, TimeProvider timeProvider)
    {
        var handle = Open(folder, CloseOnExec);
        if (handle.IsInvalid)
            throw new Win32Exception(Marshal.GetLastPInvokeError());

        for (var start = timeProvider.GetTimestamp(); Flock(handle, ExclusiveWithoutWaiting) != 0;)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error == WouldBlock && timeProvider.GetElapsedTime(start) < timeout)
            {
                await Task.Delay(RetryInterval, timeProvider);
                continue;
            }

            handle.Dispose();
            return error == WouldBlock ? null : throw new Win32Exception(error);
        }

        return new FolderLock(handle);
    }

    /// <summary>Closing the folder releases the lock.</summary>
    public void Dispose() => _folder.Dispose();

    // .NET cannot open a folder.
    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial SafeFileHandle Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Flock(SafeFileHandle file, int operation);
}
