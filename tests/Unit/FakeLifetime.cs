using Microsoft.Extensions.Hosting;

namespace VolumeCount.Tests.Unit;

/// <summary>
/// The life of an application that has started, unless it is told otherwise, and counts who would stop it.
/// </summary>
internal sealed class FakeLifetime : IHostApplicationLifetime, IDisposable
{
    private readonly CancellationTokenSource _started = new();
    private int _stops;

    public FakeLifetime(bool hasStarted = true)
    {
        if (hasStarted)
            Start();
    }

    /// <summary>How often the application was told to stop.</summary>
    public int Stops => Volatile.Read(ref _stops);

    /// <summary>Whether the token of the start was read.</summary>
    public bool IsStartAwaited { get; private set; }

    public CancellationToken ApplicationStarted
    {
        get
        {
            IsStartAwaited = true;
            return _started.Token;
        }
    }

    public CancellationToken ApplicationStopping => CancellationToken.None;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void Start() => _started.Cancel();

    public void StopApplication() => Interlocked.Increment(ref _stops);

    public void Dispose() => _started.Dispose();
}
