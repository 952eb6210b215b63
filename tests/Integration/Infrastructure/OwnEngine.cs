using System.Diagnostics;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

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

    // What to put before a command that only root may run.
    private static string[] AsRoot => Environment.IsPrivilegedProcess ? [] : ["sudo", "--non-interactive"];

    private string Log => _folder.Combine("log");

    /// <summary>Starts an engine that has the tests' image. Skips the running test where that cannot be done.</summary>
    public static async Task<OwnEngine> CreateAsync()
    {
        if (!Environment.IsPrivilegedProcess && !await SucceedsAsync("sudo --non-interactive true"))
            Requirement.Skip("needs root, or sudo without a password, to start a Docker engine of its own");
        foreach (var command in new[] { "dockerd", "unshare" })
        {
            if (!await SucceedsAsync($"PATH=$PATH:/usr/sbin:/sbin command -v {command}"))
                Requirement.Skip($"needs the command {command}, to start a Docker engine of its own");
        }

        var engine = new OwnEngine();
        try
        {
            await engine.StartAsync();
            var image = engine._folder.Combine("image.tar");
            await DockerCli.RunAsync("image", "save", "--output", image, Engine.Image);
            await engine.RunAsync("image", "load", "--quiet", "--input", image);
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
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
            "--host", Host, "--config-file", _folder.Combine("daemon.json"), "--pidfile", _folder.Combine("docker.pid"),
            "--data-root", _folder.Combine("data"), "--exec-root", _folder.Combine("exec"),
            "--exec-opt", "native.cgroupdriver=cgroupfs",
            "--bridge", "none", "--iptables=false", "--ip6tables=false", "--ip-forward=false",
        ];
        string[] command = [.. AsRoot, "bash", "-c", $"exec >>{Log} 2>&1\n{Run}", "bash", .. options];
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
        // The first process of its namespace is somewhere below the one that we know.
        const string Stop = """
            pid=$1
            while [[ $(</proc/$pid/comm) != dockerd ]]; do
                read -r pid _ </proc/$pid/task/$pid/children || [[ -n $pid ]] || exit
            done
            kill -TERM "$pid"
            """;
        await Command.OutputAsync("env", [.. AsRoot, "bash", "-c", Stop, "bash", $"{_process!.Id}"]);
        using var deadline = new CancellationTokenSource(Deadline);
        await _process.WaitForExitAsync(deadline.Token);
        _process.Dispose();
        _process = null;
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
        await Command.RunAsync("env", [.. AsRoot, "rm", "-rf", _folder.Combine("data"), _folder.Combine("exec")]);
        _folder.Dispose();
    }

    private static async Task<bool> SucceedsAsync(string command) =>
        (await Command.RunAsync("bash", ["-c", command])).ExitCode == 0;
}
