using System.Diagnostics;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>
/// A service in namespaces of its own, so that all that it has started ends with it, and what it has at fixed paths is not
/// that of another one. It is started and stopped by root.
/// </summary>
internal sealed class NamespacedService : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly Process _shell;

    /// <summary>Prepares a service that is not started yet.</summary>
    /// <param name="folder">The folder of its files, with its log.</param>
    /// <param name="command">
    /// The command of bash that becomes the service (<c>exec</c>). <c>$folder</c> is the folder, and <c>$1</c> the argument
    /// of <see cref="StartAsync"/>.
    /// </param>
    public NamespacedService(string folder, string command)
    {
        _folder = folder;

        // The shell reads what to do with the service. When its input ends, because the tests or their process have,
        // everything in the namespaces ends with it.
        var run = $$"""
            mount -t tmpfs tmpfs /run
            mount -t tmpfs tmpfs /dev/shm
            folder=$1
            start() {
                {{command}}
            }
            while read -r what argument; do
                if [[ $what == start ]]; then
                    start "$argument" >>"$folder/log" 2>&1 </dev/null &
                else
                    kill -"$what" $!
                    wait $!
                    echo stopped >"$folder/state"
                fi
            done
            """;
        string[] arguments =
        [
            .. Root.Before, "unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc",
            "bash", "-c", run, "bash", folder,
        ];
        _shell = Process.Start(new ProcessStartInfo("env", arguments) { RedirectStandardInput = true })!;
        _shell.StandardInput.AutoFlush = true;
    }

    private string Log => Path.Combine(_folder, "log");

    private string State => Path.Combine(_folder, "state");

    /// <summary>Skips the running test unless root can start a service with these commands.</summary>
    public static async Task RequireAsync(string service, params string[] commands)
    {
        if (!await Root.IsAvailableAsync())
            Requirement.Skip($"needs root, or sudo without a password, to start a {service} of its own");
        foreach (var command in (string[])[.. commands, "unshare"])
        {
            if ((await Command.RunAsync("bash", ["-c", $"PATH=$PATH:/usr/sbin:/sbin command -v {command}"])).ExitCode != 0)
                Requirement.Skip($"needs the command {command}, to start a {service} of its own");
        }
    }

    /// <summary>Starts the service.</summary>
    /// <param name="responds">Whether it responds.</param>
    /// <param name="argument">The argument of its command.</param>
    public async Task StartAsync(Func<Task<bool>> responds, string argument = "")
    {
        await _shell.StandardInput.WriteLineAsync($"start {argument}");
        await Wait.UntilAsync(
            responds,
            () => $"the service responds; it logged:\n{(File.Exists(Log) ? File.ReadAllText(Log) : "")}",
            TestContext.Current.CancellationToken,
            Deadline);
    }

    /// <summary>Stops the service with a signal, such as <c>TERM</c>. What it has started runs on.</summary>
    public async Task StopAsync(string signal)
    {
        await File.WriteAllTextAsync(State, "", TestContext.Current.CancellationToken);
        await _shell.StandardInput.WriteLineAsync(signal);
        await Wait.UntilAsync(
            () => File.ReadAllText(State).Trim() == "stopped",
            "the service ends",
            TestContext.Current.CancellationToken,
            Deadline);
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        using var deadline = new CancellationTokenSource(Deadline);
        await _shell.WaitForExitAsync(deadline.Token);
        _shell.Dispose();
    }
}
