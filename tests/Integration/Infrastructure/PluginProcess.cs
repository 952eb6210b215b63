using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>
/// The plugin as its users run it: a process of its own. Where an image is to be tested, it is the <c>docker run</c> of one,
/// which hands signals, the log and the exit code on.
/// </summary>
internal sealed class PluginProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string? _container;
    private readonly ConcurrentQueue<string> _log = new();

    private PluginProcess(string pluginsDirectory, Process process, string? container)
    {
        SocketPath = Path.Combine(pluginsDirectory, "volume-count.sock");
        _process = process;
        _container = container;
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

    /// <summary>The lines that the plugin has logged.</summary>
    public IReadOnlyCollection<string> Log => _log;

    /// <summary>Starts a plugin and waits until it listens.</summary>
    public static async Task<PluginProcess> StartAsync(string pluginsDirectory, params string[] options)
    {
        string[] arguments = ["serve", "--plugins-dir", pluginsDirectory, .. options];
        if (PluginImage.Name is null)
            return await StartAsync(new ProcessStartInfo(Executable, arguments), pluginsDirectory, container: null);

        var container = $"vc-plugin-{Guid.NewGuid():n}";
        var command = await PluginImage.RunCommandAsync(container, arguments);
        return await StartAsync(new ProcessStartInfo("docker", command), pluginsDirectory, container);
    }

    /// <summary>
    /// Starts a plugin as a user without any rights, who owns the plugins folder, and waits until it listens.
    /// </summary>
    public static async Task<PluginProcess> StartWithoutPrivilegeAsync(
        ProgramCopy program, string pluginsDirectory, params string[] options)
    {
        if (!Environment.IsPrivilegedProcess)
            return await StartAsync(pluginsDirectory, options);

        await Command.OutputAsync("chown", "65534:65534", pluginsDirectory);
        return await StartAsync(
            program.Start(["serve", "--plugins-dir", pluginsDirectory, .. options]), pluginsDirectory, container: null);
    }

    /// <summary>Runs the program to its end, as a person at a terminal would.</summary>
    public static async Task<CommandResult> RunAsync(params string[] arguments) => PluginImage.Name is null
        ? await Command.RunAsync(Executable, arguments)
        : await Command.RunAsync("docker", await PluginImage.RunCommandAsync($"vc-plugin-{Guid.NewGuid():n}", arguments));

    /// <summary>A figure of the process, in kB, such as <c>VmRSS</c>: what it has in memory now.</summary>
    public long Kilobytes(string figure)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").Single(
            line => line.StartsWith($"{figure}:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    /// <summary>How long the process has kept a processor busy.</summary>
    public TimeSpan ProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    public Task WaitForLogAsync(string text) => Wait.UntilAsync(
        () => _log.Any(line => line.Contains(text, StringComparison.Ordinal)),
        () => $"the plugin logs '{text}'; it logged:\n{string.Join('\n', _log)}",
        TestContext.Current.CancellationToken);

    /// <summary>Sends a signal, such as <c>TERM</c>.</summary>
    public Task SignalAsync(string signal) => _container is null
        ? Command.OutputAsync("bash", "-c", $"kill -{signal} {_process.Id}")
        : DockerCli.RunAsync("kill", "--signal", signal, _container);

    /// <summary>Waits for the end of the process, which must come by itself, and returns its exit code.</summary>
    public async Task<int> WaitForExitAsync(TimeSpan? deadline = null)
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(
            deadline ?? TimeSpan.FromSeconds(20));
        return _process.ExitCode;
    }

    /// <summary>Kills the process, which leaves its socket behind.</summary>
    public async Task KillAsync()
    {
        if (_container is null)
            _process.Kill();
        else
            await SignalAsync("KILL");
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            if (_container is not null)
                await Command.RunAsync("docker", ["rm", "--force", _container]);
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static async Task<PluginProcess> StartAsync(ProcessStartInfo start, string pluginsDirectory, string? container)
    {
        start.RedirectStandardError = true;
        var plugin = new PluginProcess(pluginsDirectory, Process.Start(start)!, container);
        await plugin.WaitForLogAsync("Listening on ");
        return plugin;
    }
}
