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

    // What belongs to root.
    private static readonly string[] Left = ["root", "run", "overlay"];

    private readonly TemporaryFolder _folder = new();
    private NamespacedService? _service;
    private string? _events;

    /// <summary>The service's socket, in a folder where there is nothing else.</summary>
    internal string Socket => _folder.Combine("run/podman.sock");

    /// <summary>Whether the service runs.</summary>
    internal bool IsRunning => _events is not null;

    /// <summary>Starts the service if it does not run so. Skips the running test where that cannot be done.</summary>
    /// <param name="events">Where Podman keeps its events: <c>file</c>, or <c>none</c> for an engine without events.</param>
    internal async Task StartAsync(string events = "file")
    {
        if (_service is null)
            await PrepareAsync();
        if (_events != events)
        {
            await StopAsync("TERM");
            await _service!.StartAsync(
                async () => (await Command.RunAsync("env", [.. Root.Before, .. Client, "version"])).ExitCode == 0, events);
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
        await _service!.StopAsync(signal);
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

    /// <summary>Creates a secret.</summary>
    internal async Task CreateSecretAsync(string name)
    {
        var path = _folder.Combine("secret");
        await File.WriteAllTextAsync(path, Guid.NewGuid().ToString(), TestContext.Current.CancellationToken);
        await RunAsync("secret", "create", name, path);
    }

    /// <summary>Why the kernel cannot mount an overlay where Podman would; null if it can.</summary>
    internal async Task<string?> OverlayErrorAsync()
    {
        string[] parts = ["lower", "upper", "work", "merged"];
        foreach (var part in parts)
            Directory.CreateDirectory(_folder.Combine($"overlay/{part}"));
        var folders = parts.Select(part => _folder.Combine($"overlay/{part}")).ToArray();
        var options = $"lowerdir={folders[0]},upperdir={folders[1]},workdir={folders[2]}";
        string[] mount = ["unshare", "--mount", "mount", "-t", "overlay", "-o", options, "overlay", folders[3]];
        var result = await Command.RunAsync("env", [.. Root.Before, .. mount]);
        return result.ExitCode == 0 ? null : result.Error.Trim();
    }

    /// <summary>Removes all pods, containers and secrets.</summary>
    internal async Task RemoveAllAsync()
    {
        await RunAsync("pod", "rm", "--all", "--force", "--time", "0");
        await RunAsync("rm", "--all", "--force", "--volumes", "--time", "0");
        await RunAsync("secret", "rm", "--all");
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            if (IsRunning)
                await RemoveAllAsync();
            await _service.DisposeAsync();

            // The control groups are the kernel's and would stay. Those in use are not removed.
            string[] find =
                ["find", "/sys/fs/cgroup", "-depth", "-type", "d", "-path", "*/libpod_parent*", "-exec", "rmdir", "{}", "+"];
            await Command.RunAsync("env", [.. Root.Before, .. find]);
            await Command.RunAsync("env", [.. Root.Before, "rm", "-rf", .. Left.Select(_folder.Combine)]);
        }

        _folder.Dispose();
    }

    private string[] Client => ["podman", "--url", $"unix://{Socket}"];

    private async Task PrepareAsync()
    {
        await NamespacedService.RequireAsync("Podman", "podman", "conmon", "runc");
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

        _service = new NamespacedService(_folder.Path, """
            rm -f "$folder/run/podman.sock"
            exec env "CONTAINERS_CONF=$folder/$1.conf" "CONTAINERS_STORAGE_CONF=$folder/storage.conf" podman \
                --tmpdir /run/volume-count/tmp system service --time=0 "unix://$folder/run/podman.sock"
            """);
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
