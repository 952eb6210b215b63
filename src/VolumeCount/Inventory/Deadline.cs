namespace VolumeCount.Inventory;

/// <summary>Runs calls to an engine with a deadline.</summary>
internal static class Deadline
{
    /// <summary>Runs a call that returns a result.</summary>
    /// <exception cref="EngineUnavailableException">The call did not end in time.</exception>
    public static async Task<T> RunAsync<T>(
        TimeSpan timeout,
        TimeProvider timeProvider,
        Func<CancellationToken, Task<T>> call,
        CancellationToken cancellationToken)
    {
        T result = default!;
        await RunAsync(
            timeout,
            timeProvider,
            async token => result = await call(token),
            $"it did not answer within {timeout.TotalSeconds} s",
            cancellationToken);
        return result;
    }

    /// <summary>Runs a call.</summary>
    /// <exception cref="EngineUnavailableException">The call did not end in time; it has the message.</exception>
    public static async Task RunAsync(
        TimeSpan timeout,
        TimeProvider timeProvider,
        Func<CancellationToken, Task> call,
        string message,
        CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await call(either.Token);
        }
        catch (OperationCanceledException e)
            when (!cancellationToken.IsCancellationRequested && deadline.IsCancellationRequested)
        {
            throw new EngineUnavailableException(message, e);
        }
    }
}
