using System.Diagnostics;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Podman.Infrastructure;

/// <summary>
/// A Podman of the tests' own, whose service is started and stopped by them. It runs in namespaces of its own, so that all
/// that it has started ends with it, and what it has at fixed paths is not that of another Podman.
/// </summary>
public sealed class OwnPodman(Engine engine) : IAsyncDisposable
{
    /// <summary>The image of every container, which declares the volume <c>/own</c>.</summary>
    internal const string Image = "localhost/volume-count/test:1.0";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly string[] Commands = ["podman", "conmon", "runc", "unshare"];

    private readonly TemporaryFolder _folder = new();
    private Process? _process;
    private string? _events;

    /// <summary>The service's socket, in a folder where there is nothing else.</summary>
    internal string Socket => _folder.Combine("run/podman.sock");

    /// <summary>Whether the service runs.</summary>
    internal bool IsRunning => _events is not null;

    private string Log => _folder.Combine("log");

    private string State => _folder.Combine("state");

    /// <summary>Starts the service if it does not run so. Skips the running test where that cannot be done.</summary>
    /// <param name="events">Where Podman keeps its events: <c>file</c>, or <c>none</c> for an engine without events.</param>
    internal async Task StartAsync(string events = "file")
    {
        if (_process is null)
            await PrepareAsync();
        if (_events != events)
        {
            await StopAsync("TERM");
            await SendAsync($"start {events}");
            await Wait.UntilAsync(
                async () => (await Command.RunAsync("env", [.. Root.Before, .. Client, "version"])).ExitCode == 0,
                () => $"Podman answers; it logged:\n{(File.Exists(Log) ? File.ReadAllText(Log) : "")}",
                TestContext.Current.CancellationToken,
                Deadline);
            _events = events;
            await Root.OutputAsync("chmod", "a+rw", Socket);
        }
    }

    /// <summary>Stops the service with a signal, such as <c>TERM</c>. Its containers run on.</summary>
    internal async Task StopAsync(string signal)
    {
        if (_events is null)
            return;
        _events = null;
        await SendAsync(signal);
        await Wait.UntilAsync(
            () => File.ReadAllText(State).Trim() == "stopped",
            "the service of Podman ends",
            TestContext.Current.CancellationToken,
            Deadline);
    }

    /// <summary>Runs Podman's own command line, which asks the service through another API than the plugin does.</summary>
    internal Task<string> RunAsync(params string[] arguments) => Root.OutputAsync([.. Client, .. arguments]);

    /// <summary>A folder to mount, with a file in it.</summary>
    internal string Folder() => Directory.CreateDirectory(_folder.Combine("mounted")).FullName;

    /// <summary>The number of mounts of each container, as <c>podman inspect</c> has it.</summary>
    internal async Task<Dictionary<string, string>> MountCountsAsync()
    {
        var ids = (await RunAsync("ps", "--all", "--quiet", "--no-trunc")).Split(
            '\n', StringSplitOptions.RemoveEmptyEntries);
        return ids.Length == 0
            ? []
            : (await RunAsync(["inspect", "--type", "container", "--format", "{{.Id}} {{len .Mounts}}", .. ids]))
                .Split('\n')
                .Select(line => line.Split(' '))
                .ToDictionary(line => line[0], line => line[1]);
    }

    /// <summary>Removes all pods and containers.</summary>
    internal async Task RemoveAllAsync()
    {
        await RunAsync("pod", "rm", "--all", "--force", "--time", "0");
        await RunAsync("rm", "--all", "--force", "--volumes", "--time", "0");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            if (IsRunning)
                await RemoveAllAsync();
            _process.StandardInput.Close();
            using var deadline = new CancellationTokenSource(Deadline);
            await _process.WaitForExitAsync(deadline.Token);
            _process.Dispose();

            // The control groups are the kernel's and would stay. Those in use are not removed.
            string[] find =
                ["find", "/sys/fs/cgroup", "-depth", "-type", "d", "-path", "*/libpod_parent*", "-exec", "rmdir", "{}", "+"];
            await Command.RunAsync("env", [.. Root.Before, .. find]);
            await Command.RunAsync("env", [.. Root.Before, "rm", "-rf", _folder.Combine("root"), _folder.Combine("run")]);
        }

        _folder.Dispose();
    }

    private string[] Client => ["podman", "--url", $"unix://{Socket}"];

    private async Task SendAsync(string what)
    {
        await File.WriteAllTextAsync(State, "", TestContext.Current.CancellationToken);
        await _process!.StandardInput.WriteLineAsync(what);
    }

    private async Task PrepareAsync()
    {
        if (!await Root.IsAvailableAsync())
            Requirement.Skip("needs root, or sudo without a password, to start a Podman of its own");
        foreach (var command in Commands)
        {
            if ((await Command.RunAsync("bash", ["-c", $"PATH=$PATH:/usr/sbin:/sbin command -v {command}"])).ExitCode != 0)
                Requirement.Skip($"needs the command {command}, to start a Podman of its own");
        }

        Directory.CreateDirectory(_folder.Combine("run"));
        await File.WriteAllTextAsync(_folder.Combine("storage.conf"), $"""
            [storage]
            driver = "vfs"
            runroot = "/run/volume-count"
            graphroot = "{_folder.Combine("root")}"
            """);
        foreach (var events in (string[])["file", "none"])
        {
            await File.WriteAllTextAsync(_folder.Combine($"{events}.conf"), $"""
                [containers]
                netns = "host"
                log_driver = "k8s-file"
                default_ulimits = ["nofile=1024:1024", "nproc=1000:1000"]
                [engine]
                runtime = "runc"
                cgroup_manager = "cgroupfs"
                events_logger = "{events}"
                infra_image = "{Image}"
                """);
        }

        // The shell reads what to do with the service. When its input ends, because the tests or their process have,
        // everything in the namespaces ends with it.
        const string Run = """
            mount -t tmpfs tmpfs /run
            mount -t tmpfs tmpfs /dev/shm
            folder=$1
            export CONTAINERS_STORAGE_CONF=$folder/storage.conf
            while read -r what events; do
                if [[ $what == start ]]; then
                    rm -f "$folder/run/podman.sock"
                    CONTAINERS_CONF=$folder/$events.conf podman --tmpdir /run/volume-count/tmp \
                        system service --time=0 "unix://$folder/run/podman.sock" >>"$folder/log" 2>&1 </dev/null &
                else
                    kill -"$what" $!
                    wait $!
                    echo stopped >"$folder/state"
                fi
            done
            """;
        string[] namespaces = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];
        string[] run = [.. Root.Before, .. namespaces, "bash", "-c", Run, "bash", _folder.Path];
        _process = Process.Start(new ProcessStartInfo("env", run) { RedirectStandardInput = true })!;
        _process.StandardInput.AutoFlush = true;
        await StartAsync();
        await ImportImageAsync();
    }

    private async Task ImportImageAsync()
    {
        var root = _folder.Combine("image.tar");
        await DockerCli.RunAsync("export", "--output", root, await engine.CreateAsync());
        string[] changes = ["--change", "VOLUME=/own", "--change", """CMD=["/bin/sleep","1h"]"""];
        await RunAsync(["import", .. changes, root, Image]);
        File.Delete(root);
    }
}
