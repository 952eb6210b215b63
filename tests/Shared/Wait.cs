using System.Diagnostics;

namespace VolumeCount.Tests;

/// <summary>Waits for a condition that other threads bring about.</summary>
internal static class Wait
{
    private static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    public static Task UntilAsync(
        Func<bool> condition, Func<string> what, CancellationToken cancellationToken, TimeSpan? deadline = null) =>
        UntilAsync(() => Task.FromResult(condition()), what, cancellationToken, deadline);

    public static Task UntilAsync(
        Func<bool> condition, string what, CancellationToken cancellationToken, TimeSpan? deadline = null) =>
        UntilAsync(condition, () => what, cancellationToken, deadline);

    public static async Task UntilAsync(
        Func<Task<bool>> condition, Func<string> what, CancellationToken cancellationToken, TimeSpan? deadline = null)
    {
        var limit = deadline ?? DefaultDeadline;
        for (var start = Stopwatch.GetTimestamp(); !await condition(); await Task.Delay(Interval, cancellationToken))
            Assert.True(Stopwatch.GetElapsedTime(start) < limit, $"Waited {limit.TotalSeconds} s in vain: {what()}");
    }
}
