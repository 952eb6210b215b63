using VolumeCount.Scope.FileSystem;

namespace VolumeCount.Inventory;

/// <summary>
/// Waits, and no longer than until somebody has put the engine's socket there anew, or changed who may use it: an engine that comes
/// back is asked at once, however long it was away.
/// </summary>
internal sealed class SocketWatch(string? path, TimeProvider timeProvider)
{
    /// <summary>How often the socket is looked at. One look costs a single system call.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private (long Seconds, uint Nanoseconds) _seen;

    /// <summary>Remembers the socket that is there now.</summary>
    public void Look() => _seen = Inspect();

    /// <summary>Waits for as long as the delay.</summary>
    /// <returns>True, and early, when the socket is another one than when it was looked at.</returns>
    public async Task<bool> WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        while (delay > TimeSpan.Zero)
        {
            var part = delay < Interval || path is null ? delay : Interval;
            await Task.Delay(part, timeProvider, cancellationToken);
            if (Inspect() != _seen)
                return true;
            delay -= part;
        }

        return false;
    }

    /// <summary>
    /// When what the path leads to has changed. The inode would not do: a file system may give a new file that of the file before it.
    /// </summary>
    private (long Seconds, uint Nanoseconds) Inspect() =>
        path is not null && FileStatus.TryGet(path, followsLinks: true, out var file)
            ? (file.ChangedSeconds, file.ChangedNanoseconds)
            : default;
}
