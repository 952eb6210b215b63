namespace VolumeCount.Inventory;

/// <summary>Runs calls to an engine with a deadline.</summary>
internal static class Deadline
{
    /// <exception cref="EngineUnavailableException">The call did not end in time.</exception>
    public static async Task<T> RunAsync<T>(
        TimeSpan timeout,
        TimeProvider timeProvider,
        Func<CancellationToken, Task<T>> call,
        CancellationToken cancellationToken,
        string failure = "it did not answer")
    {
        using var deadline = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await call(either.Token);
        }
        catch (OperationCanceledException e)
            when (!cancellationToken.IsCancellationRequested && deadline.IsCancellationRequested)
        {
            throw new EngineUnavailableException($"{failure} within {timeout.TotalSeconds} s", e);
        }
    }
}
