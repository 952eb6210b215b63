using System.Diagnostics;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>
/// A Docker engine of a test's own, to be stopped and started again: <c>eng/dockerd.sh</c>. It ends with the test process.
/// </summary>
internal sealed class OwnEngine : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private Process? _process;

    private OwnEngine() => Directory.CreateDirectory(_folder.Combine("run"));

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
        await RequireAsync();
        return new OwnEngine();
    }

    /// <summary>Skips the running test where no engine can be started.</summary>
    public static async Task RequireAsync()
    {
        if (!await Root.IsAvailableAsync())
            Requirement.Skip("needs root, or sudo without a password, to start a Docker engine of its own");
        foreach (var command in new[] { "dockerd", "ip", "unshare" })
        {
            if (!await SucceedsAsync($"PATH=$PATH:/usr/sbin:/sbin command -v {command}"))
                Requirement.Skip($"needs the command {command}, to start a Docker engine of its own");
        }
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
        string[] command = [.. Root.Before, "bash", Path.Combine(Repository.Root, "eng/dockerd.sh"), _folder.Path, Socket];
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
