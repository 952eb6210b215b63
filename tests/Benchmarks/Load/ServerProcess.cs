using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>A server under measurement: a process of its own that answers on a unix socket.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(1);

    private readonly string _name;
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();

    private ServerProcess(string name, Process process, string socketPath)
    {
        _name = name;
        _process = process;
        SocketPath = socketPath;
    }

    public string SocketPath { get; }

    /// <summary>The processor time that it has taken.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            CheckAlive();
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Binds it to the processor that a placement gives it.</summary>
    public Task BindAsync(Placement placement, CancellationToken cancellationToken) =>
        Affinity.BindServerAsync(_process.Id, placement, cancellationToken);

    /// <summary>The bytes of it that are in memory.</summary>
    public long Resident => Status("VmRSS:");

    /// <summary>The most bytes of it that have been in memory.</summary>
    public long PeakResident => Status("VmHWM:");

    /// <summary>Starts a program, which may not listen yet.</summary>
    public static ServerProcess Start(string name, ProcessStartInfo start, string socketPath)
    {
        start.RedirectStandardError = true;
        var server = new ServerProcess(name, Process.Start(start)!, socketPath);
        server._process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
                server._log.Enqueue(text);
        };
        server._process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Asks until the server gives the answer that is wanted.</summary>
    /// <param name="isWanted">Whether a body is the one.</param>
    /// <param name="deadline">How long to wait for it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The body.</returns>
    /// <exception cref="BenchmarkException">It did not come, or the server has ended.</exception>
    public async Task<byte[]> WaitForAsync(
        Predicate<byte[]> isWanted, TimeSpan deadline, CancellationToken cancellationToken)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < deadline;)
        {
            CheckAlive();
            if (TryAsk() is { } body && isWanted(body))
                return body;
            await Task.Delay(PollInterval, cancellationToken);
        }

        throw new BenchmarkException(
            $"{_name} did not give the answer that was waited for within {deadline.TotalSeconds} s.{Log()}");
    }

    /// <summary>Checks that the server still runs.</summary>
    /// <exception cref="BenchmarkException">It has ended.</exception>
    public void CheckAlive()
    {
        if (_process.HasExited)
            throw new BenchmarkException($"{_name} has ended with exit code {_process.ExitCode}.{Log()}");
    }

    /// <summary>Ends the server as a service manager does, and checks that it ends well.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        CheckAlive();
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(cancellationToken);

        try
        {
            await _process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new BenchmarkException($"{_name} did not end within {Patience.TotalSeconds} s of SIGTERM.{Log()}");
        }

        if (_process.ExitCode != 0)
            throw new BenchmarkException($"{_name} ended with exit code {_process.ExitCode} at SIGTERM.{Log()}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private byte[]? TryAsk()
    {
        try
        {
            using var client = new ProbeClient(SocketPath);
            using var body = new MemoryStream();
            client.Ask(body);
            return body.ToArray();
        }
        catch (System.Net.Sockets.SocketException)
        {
            // It does not listen yet.
            return null;
        }
    }

    private long Status(string field)
    {
        CheckAlive();
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(
            line => line.StartsWith(field, StringComparison.Ordinal));
        return 1024 * long.Parse(
            line[field.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    private string Log() => _log.IsEmpty ? "" : $" Its log:\n{string.Join('\n', _log)}";
}
