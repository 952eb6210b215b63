using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using VolumeCount.Tests.Cri;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Containerd.Infrastructure;

/// <summary>
/// A containerd of a test's own, with an independent client of its Container Runtime Interface. It runs in namespaces of its
/// own, so that all that it has started ends with it, and what it has at fixed paths is not that of another containerd.
/// </summary>
internal sealed class OwnContainerd : IAsyncDisposable
{
    private const string Namespace = "k8s.io";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly GrpcChannel _channel;
    private NamespacedService? _service;

    private OwnContainerd()
    {
        Directory.CreateDirectory(_folder.Combine("run"));
        _channel = GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions
        {
            DisposeHttpClient = true,
            HttpHandler = new SocketsHttpHandler { ConnectCallback = async (_, token) => await ConnectAsync(token) },
        });
        Client = new RuntimeService.RuntimeServiceClient(_channel);
    }

    /// <summary>The socket, in a folder where there is nothing else but a second one of containerd's.</summary>
    public string Socket => _folder.Combine("run/containerd.sock");

    /// <summary>Calls the runtime as the kubelet does.</summary>
    public RuntimeService.RuntimeServiceClient Client { get; }

    /// <summary>Starts a containerd that has the tests' image. Skips the running test where that cannot be done.</summary>
    public static async Task<OwnContainerd> CreateAsync(Engine engine)
    {
        await NamespacedService.RequireAsync("containerd", "containerd", "ctr", "runc");
        var containerd = new OwnContainerd();
        try
        {
            await containerd.PrepareAsync();
            await containerd.StartAsync();
            await containerd.ImportImageAsync(engine);
            return containerd;
        }
        catch
        {
            await containerd.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs containerd's own command line.</summary>
    public Task<string> CtrAsync(params string[] arguments) =>
        Root.OutputAsync(["ctr", "--address", Socket, "--namespace", Namespace, .. arguments]);

    /// <summary>Runs a pod, with the network of the host.</summary>
    public async Task<OwnPod> RunPodAsync(string name = "web-0", string podNamespace = "default")
    {
        var config = new PodSandboxConfig
        {
            Metadata = new PodSandboxMetadata { Name = name, Uid = Guid.NewGuid().ToString(), Namespace = podNamespace },
            LogDirectory = _folder.Combine("log-of-pods"),
            Linux = new LinuxPodSandboxConfig
            {
                SecurityContext = new LinuxSandboxSecurityContext { NamespaceOptions = new NamespaceOption { Network = 2 } },
            },
        };
        var response = await Client.RunPodSandboxAsync(new RunPodSandboxRequest { Config = config }, Options());
        return new OwnPod(response.PodSandboxId, config);
    }

    /// <summary>Creates a container as the kubelet does, with its labels, and does not start it.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> CreateContainerAsync(OwnPod pod, string name, params Mount[] mounts)
    {
        var metadata = pod.Config.Metadata;
        var config = new ContainerConfig
        {
            Metadata = new ContainerMetadata { Name = name },
            Image = new ImageSpec { Image = OwnImage.Name },
            Command = { "/bin/sleep", "3600" },
            Mounts = { mounts },
            Labels =
            {
                ["io.kubernetes.container.name"] = name,
                ["io.kubernetes.pod.name"] = metadata.Name,
                ["io.kubernetes.pod.namespace"] = metadata.Namespace,
                ["io.kubernetes.pod.uid"] = metadata.Uid,
            },
            LogPath = $"{name}.log",
        };
        var request = new CreateContainerRequest { PodSandboxId = pod.Id, Config = config, SandboxConfig = pod.Config };
        return (await Client.CreateContainerAsync(request, Options())).ContainerId;
    }

    /// <summary>Creates and starts a container.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> RunContainerAsync(OwnPod pod, string name, params Mount[] mounts)
    {
        var id = await CreateContainerAsync(pod, name, mounts);
        await Client.StartContainerAsync(new ContainerIdRequest { ContainerId = id }, Options());
        return id;
    }

    /// <summary>Stops a container at once.</summary>
    public async Task StopContainerAsync(string id) =>
        await Client.StopContainerAsync(new StopContainerRequest { ContainerId = id, Timeout = 0 }, Options());

    /// <summary>Removes a container.</summary>
    public async Task RemoveContainerAsync(string id) =>
        await Client.RemoveContainerAsync(new ContainerIdRequest { ContainerId = id }, Options());

    /// <summary>A bind mount of a new folder below the given one.</summary>
    public Mount Mount(string containerPath, string folder = "srv", bool isReadOnly = false)
    {
        var path = _folder.Combine(folder);
        Directory.CreateDirectory(path);
        return new Mount { ContainerPath = containerPath, HostPath = path, Readonly = isReadOnly };
    }

    /// <summary>The number of mounts of each container, as the runtime reports it.</summary>
    public async Task<Dictionary<string, string>> MountCountsAsync()
    {
        var counts = new Dictionary<string, string>();
        foreach (var container in (await Client.ListContainersAsync(new Empty(), Options())).Containers)
        {
            var request = new ContainerIdRequest { ContainerId = container.Id };
            var response = await Client.ContainerStatusAsync(request, Options());
            counts[container.Id] = $"{response.Status.Mounts.Count}";
        }

        return counts;
    }

    /// <summary>Starts containerd, with the containers that still run.</summary>
    public Task StartAsync() => _service!.StartAsync(async () =>
    {
        try
        {
            await Client.VersionAsync(new VersionRequest(), Options());
            return true;
        }
        catch (RpcException)
        {
            return false;
        }
    });

    /// <summary>Stops containerd with a signal, such as <c>TERM</c>. Its containers run on.</summary>
    public Task StopAsync(string signal) => _service!.StopAsync(signal);

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        if (_service is not null)
            await _service.DisposeAsync();

        // What containerd has left belongs to root.
        string[] left = [_folder.Combine("root"), _folder.Combine("run"), _folder.Combine("log-of-pods")];
        await Command.RunAsync("env", [.. Root.Before, "rm", "-rf", .. left]);
        _folder.Dispose();
    }

    private static CallOptions Options() =>
        new(deadline: DateTime.UtcNow + Deadline, cancellationToken: TestContext.Current.CancellationToken);

    private async Task PrepareAsync()
    {
        // The socket is for the tests' user, who need not be root.
        await File.WriteAllTextAsync(_folder.Combine("config.toml"), $"""
            version = 2
            root = "{_folder.Combine("root")}"
            state = "{_folder.Combine("root/state")}"
            disabled_plugins = ["io.containerd.internal.v1.opt"]
            [grpc]
              address = "{Socket}"
              uid = {await Command.OutputAsync("id", "-u")}
              gid = {await Command.OutputAsync("id", "-g")}
            [plugins."io.containerd.grpc.v1.cri"]
              disable_cgroup = true
              disable_apparmor = true
              disable_hugetlb_controller = true
              restrict_oom_score_adj = true
              sandbox_image = "{OwnImage.Name}"
              [plugins."io.containerd.grpc.v1.cri".containerd]
                snapshotter = "native"
            """);
        _service = new NamespacedService(_folder.Path, "exec containerd --config \"$folder/config.toml\"");
    }

    private async Task ImportImageAsync(Engine engine)
    {
        var archive = _folder.Combine("image.tar");
        await OwnImage.WriteAsync(engine, archive);
        await CtrAsync("images", "import", "--snapshotter", "native", archive);
        File.Delete(archive);
    }

    private async ValueTask<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket), cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
