using System.Diagnostics;

namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>
/// Lets 100 containers a second come, and go a second later, until it is disposed of; then all of them have gone.
/// </summary>
internal sealed class Churn : IAsyncDisposable
{
    private const int PerSecond = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1.0 / PerSecond);

    private readonly ScriptedEngine _engine;
    private readonly CancellationTokenSource _end = new();
    private readonly Queue<string> _alive = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Task _run;

    public Churn(ScriptedEngine engine)
    {
        _engine = engine;
        _run = Task.Run(RunAsync);
    }

    /// <summary>How many containers have come.</summary>
    public int Created { get; private set; }

    /// <summary>For how long containers have come and gone.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _run;
        _end.Dispose();
        while (_alive.TryDequeue(out var id))
            _engine.Remove(id);
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                // A timer that comes late makes up for it.
                for (var due = (int)(Elapsed.TotalSeconds * PerSecond); Created < due; Created++)
                {
                    _alive.Enqueue(EngineLoad.Create(_engine, Created));
                    if (_alive.Count > PerSecond)
                        _engine.Remove(_alive.Dequeue());
                }
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
        }
    }
}
