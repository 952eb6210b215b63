using VolumeCount.Scope.FileSystem;

namespace VolumeCount.Inventory;

/// <summary>
/// Notices when the engine's socket was bound anew, or its rights have changed: the engine is then asked at once.
/// </summary>
/// <param name="path">The socket's path; null for an engine over TCP, of which nothing is noticed.</param>
internal sealed class SocketWatch(string? path)
{
    /// <summary>
    /// How often to check the socket while the engine is not available. One check is a single system call.
    /// </summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private (long Seconds, uint Nanoseconds) _seen = Inspect(path);

    /// <summary>Whether the socket has changed since the last check.</summary>
    public bool HasChanged()
    {
        var before = _seen;
        _seen = Inspect(path);
        return _seen != before;
    }

    /// <summary>Waits for as long as the delay.</summary>
    /// <returns>True, and early, when the socket has changed.</returns>
    public async Task<bool> WaitAsync(TimeSpan delay, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        for (; delay > TimeSpan.Zero; delay -= Interval)
        {
            await Task.Delay(delay < Interval || path is null ? delay : Interval, timeProvider, cancellationToken);
            if (HasChanged())
                return true;
            if (path is null)
                return false;
        }

        return false;
    }

    // The time of the last change of the file that the path leads to. A file system may give a new file the inode of the one
    // before.
    private static (long Seconds, uint Nanoseconds) Inspect(string? path) =>
        path is not null && FileStatus.TryGet(path, followsLinks: true, out var file)
            ? (file.ChangedSeconds, file.ChangedNanoseconds)
            : default;
}
