using System.Collections.Concurrent;
using System.Diagnostics;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>The plugin as its users run it: a process of its own.</summary>
internal sealed class PluginProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();

    private PluginProcess(string pluginsDirectory, Process process)
    {
        SocketPath = Path.Combine(pluginsDirectory, "volume-count.sock");
        _process = process;
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
                _log.Enqueue(text);
        };
        _process.BeginErrorReadLine();
    }

    /// <summary>The program that was built with these tests.</summary>
    public static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, "volume-count");

    public string SocketPath { get; }

    public int Id => _process.Id;

    /// <summary>The lines that the plugin has logged.</summary>
    public IReadOnlyCollection<string> Log => _log;

    /// <summary>Starts a plugin and waits until it listens.</summary>
    public static async Task<PluginProcess> StartAsync(string pluginsDirectory, params string[] options)
    {
        var start = new ProcessStartInfo(Executable, ["serve", "--plugins-dir", pluginsDirectory, .. options])
        {
            RedirectStandardError = true,
        };
        var plugin = new PluginProcess(pluginsDirectory, Process.Start(start)!);
        await plugin.WaitForLogAsync("Listening on ");
        return plugin;
    }

    /// <summary>Runs the program to its end, as a person at a terminal would.</summary>
    public static Task<CommandResult> RunAsync(params string[] arguments) => Command.RunAsync(Executable, arguments);

    public Task WaitForLogAsync(string text) => Wait.UntilAsync(
        () => _log.Any(line => line.Contains(text, StringComparison.Ordinal)),
        () => $"the plugin logs '{text}'; it logged:\n{string.Join('\n', _log)}",
        TestContext.Current.CancellationToken);

    /// <summary>Sends a signal, such as <c>TERM</c>.</summary>
    public Task SignalAsync(string signal) => Command.OutputAsync("bash", "-c", $"kill -{signal} {_process.Id}");

    /// <summary>Waits for the end of the process, which must come by itself, and returns its exit code.</summary>
    public async Task<int> WaitForExitAsync(TimeSpan? deadline = null)
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(deadline ?? TimeSpan.FromSeconds(20));
        return _process.ExitCode;
    }

    /// <summary>Kills the process, which leaves its socket behind.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
