using System.Diagnostics;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>
/// A Docker engine of a test's own, to be stopped and started again. It runs in namespaces of its own, so that all that it
/// has started ends with it, and without networks and a containerd in common, so that engines side by side share nothing.
/// </summary>
internal sealed class OwnEngine : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private Process? _process;

    private OwnEngine()
    {
        Directory.CreateDirectory(_folder.Combine("run"));
        File.WriteAllText(_folder.Combine("daemon.json"), "{}");
    }

    /// <summary>The engine's socket, in a folder where there is nothing else.</summary>
    public string Socket => _folder.Combine("run/docker.sock");

    /// <summary>Where the engine answers.</summary>
    public string Host => $"unix://{Socket}";

    private string Log => _folder.Combine("log");

    /// <summary>Starts an engine that has the tests' image. Skips the running test where that cannot be done.</summary>
    public static async Task<OwnEngine> CreateAsync()
    {
        var engine = await PrepareAsync();
        try
        {
            await engine.StartAsync();
            await engine.LoadImageAsync();
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes an engine that has yet to be started. Skips the running test where that cannot be done.</summary>
    public static async Task<OwnEngine> PrepareAsync()
    {
        if (!await Root.IsAvailableAsync())
            Requirement.Skip("needs root, or sudo without a password, to start a Docker engine of its own");
        foreach (var command in new[] { "dockerd", "unshare" })
        {
            if (!await SucceedsAsync($"PATH=$PATH:/usr/sbin:/sbin command -v {command}"))
                Requirement.Skip($"needs the command {command}, to start a Docker engine of its own");
        }

        return new OwnEngine();
    }

    /// <summary>Gives the engine the tests' image.</summary>
    public async Task LoadImageAsync()
    {
        var image = _folder.Combine("image.tar");
        await DockerCli.RunAsync("image", "save", "--output", image, Engine.Image);
        await RunAsync("image", "load", "--quiet", "--input", image);
    }

    /// <summary>Runs the <c>docker</c> command line against this engine.</summary>
    public Task<string> RunAsync(params string[] arguments) => DockerCli.RunAsync(["--host", Host, .. arguments]);

    /// <summary>Creates a container and does not start it.</summary>
    /// <returns>Its full id.</returns>
    public Task<string> CreateContainerAsync(params string[] options) =>
        RunAsync(["create", "--network", "none", .. options, Engine.Image, "sleep", "1h"]);

    /// <summary>Starts the engine, with the containers that it had.</summary>
    public async Task StartAsync()
    {
        // Whoever ends without a chance to clean up closes the input, and so takes the engine along.
        const string Run = """
            exec 3<&0
            rm -rf "$0" # What a killed engine has left here are process ids and sockets.
            unshare --mount --pid --fork --kill-child --mount-proc sh -c '
                mkdir -p /run/containerd && mount -t tmpfs tmpfs /run/containerd && exec dockerd "$@"' sh "$@" &
            engine=$!
            { read -r _ <&3; kill -KILL "$engine"; } &
            watch=$!
            wait "$engine"
            kill "$watch"
            """;
        string[] options =
        [
            "--host", Host, "--config-file", _folder.Combine("daemon.json"), "--pidfile", _folder.Combine("exec/docker.pid"),
            "--data-root", _folder.Combine("data"), "--exec-root", _folder.Combine("exec"),
            "--exec-opt", "native.cgroupdriver=cgroupfs",
            "--bridge", "none", "--iptables=false", "--ip6tables=false", "--ip-forward=false",
        ];
        string[] command = [.. Root.Before, "bash", "-c", $"exec >>{Log} 2>&1\n{Run}", _folder.Combine("exec"), .. options];
        _process = Process.Start(new ProcessStartInfo("env", command) { RedirectStandardInput = true });
        await Wait.UntilAsync(
            async () => (await Command.RunAsync("docker", ["--host", Host, "version"])).ExitCode == 0,
            () => $"the test's own engine answers; it logged:\n{(File.Exists(Log) ? File.ReadAllText(Log) : "")}",
            TestContext.Current.CancellationToken,
            Deadline);
    }

    /// <summary>Stops the engine as an operator would: it ends its containers first.</summary>
    public async Task StopAsync()
    {
        await SignalAsync("TERM");
        await WaitForEndAsync();
    }

    /// <summary>Kills the engine, and with it all that it has started. Its socket stays.</summary>
    public async Task KillAsync()
    {
        await SignalAsync("KILL");
        await WaitForEndAsync();
    }

    /// <summary>Sends the engine a signal, such as <c>STOP</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        // The first process of its namespace is somewhere below the one that we know.
        const string Send = """
            pid=$1
            while [[ $(</proc/$pid/comm) != dockerd ]]; do
                read -r pid _ </proc/$pid/task/$pid/children || [[ -n $pid ]] || exit
            done
            kill -"$2" "$pid"
            """;
        await Root.OutputAsync("bash", "-c", Send, "bash", $"{_process!.Id}", signal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            // The containers first: their control groups are the kernel's and would stay.
            await Command.RunAsync(
                "bash", ["-c", "docker ps --all --quiet | xargs --no-run-if-empty docker rm --force"],
                new Dictionary<string, string?> { ["DOCKER_HOST"] = Host });
            await StopAsync();
        }

        // What the engine has left belongs to root.
        await Command.RunAsync("env", [.. Root.Before, "rm", "-rf", _folder.Combine("data"), _folder.Combine("exec")]);
        _folder.Dispose();
    }

    private async Task WaitForEndAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        await _process!.WaitForExitAsync(deadline.Token);
        _process.Dispose();
        _process = null;
    }

    private static async Task<bool> SucceedsAsync(string command) =>
        (await Command.RunAsync("bash", ["-c", command])).ExitCode == 0;
}
