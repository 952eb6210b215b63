using Grpc.Core;
using VolumeCount.Engines.Cri;
using VolumeCount.Inventory;
using VolumeCount.Tests.Cri;
using Container = VolumeCount.Tests.Cri.Container;
using Mount = VolumeCount.Tests.Cri.Mount;

namespace VolumeCount.Tests.Unit.Engines.Cri;

public sealed class CriEngineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Describe_ReturnsNameAndVersionOfTheRuntime()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        using var engine = Connect(runtime);

        Assert.Equal(new EngineDescription("containerd 2.0.0", "v1"), await engine.DescribeAsync(Cancellation));
    }

    [Fact]
    public async Task List_HasTheMountsOfEachContainer()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        var none = runtime.Create();
        var three = runtime.Create(mounts: 3);
        using var engine = Connect(runtime);

        var list = await engine.ListAsync(Cancellation);

        Assert.Empty(list.Unreadable);
        Assert.Equal(
            new Dictionary<string, int> { [none] = 0, [three] = 3 },
            list.Containers.ToDictionary(container => container.Id, container => container.VolumeCount));
        Assert.All(list.Containers, container => Assert.Null(container.Description));
    }

    [Fact]
    public async Task List_OfMounts_HasKindSourceAndMode()
    {
        const string Pod = "/var/lib/kubelet/pods/7c0b5c1e-6d3a-4b9e-9a59-0c8c52b5a5d2";
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Create(configure: container => container.Mounts.AddRange(
        [
            new Mount { ContainerPath = "/z", HostPath = "/srv/z" },
            new Mount { ContainerPath = "/zz", HostPath = "/srv/zz", Readonly = true, RecursiveReadOnly = true },
            new Mount { ContainerPath = "/etc/hosts", HostPath = $"{Pod}/etc-hosts" },
            new Mount { ContainerPath = "/cache", HostPath = $"{Pod}/volumes/kubernetes.io~empty-dir/cache" },
            new Mount
            {
                ContainerPath = "/config",
                HostPath = $"{Pod}/volumes/kubernetes.io~configmap/web",
                Readonly = true,
            },
            new Mount
            {
                ContainerPath = "/models",
                Image = new ImageSpec { Image = "registry.test/m:1" },
                ImageSubPath = "/large",
            },
        ]));
        using var engine = Connect(runtime);

        var container = Assert.Single((await engine.ListAsync(Cancellation)).Containers);

        Assert.Equal(
            [
                new("/cache", "emptydir", "cache", Driver: null, IsWritable: true),
                new("/config", "configmap", "web", Driver: null, IsWritable: false),
                new("/etc/hosts", "kubelet", Source: null, Driver: null, IsWritable: true),
                new("/models", "image", "registry.test/m:1/large", Driver: null, IsWritable: false),
                new("/z", "hostpath", "/srv/z", Driver: null, IsWritable: true),
                new VolumeCount.Inventory.Mount(
                    "/zz", "hostpath", "/srv/zz", Driver: null, IsWritable: false, IsRecursivelyReadOnly: true),
            ],
            container.Mounts);
    }

    [Theory]
    [InlineData(0, "created")]
    [InlineData(1, "running")]
    [InlineData(2, "exited")]
    [InlineData(3, "unknown")]
    [InlineData(17, "unknown")]
    public async Task List_OfAContainerInAState_HasScopesWordForIt(int state, string word)
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Create(configure: container => container.State = state);
        using var engine = Connect(runtime, describes: true);

        var container = Assert.Single((await engine.ListAsync(Cancellation)).Containers);

        Assert.Equal(word, container.Description!.State);
    }

    [Fact]
    public async Task List_WithDescriptions_HasAllThatTheRuntimeKnows()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Create(configure: container =>
        {
            container.Metadata = new ContainerMetadata { Name = "nginx", Attempt = 4 };
            container.CreatedAt = 1_700_000_000_123_456_700;
            container.Labels["io.kubernetes.pod.uid"] = "7c0b5c1e-6d3a-4b9e-9a59-0c8c52b5a5d2";
            container.Labels["app"] = "web";
        });
        using var engine = Connect(runtime, describes: true);

        var container = Assert.Single((await engine.ListAsync(Cancellation)).Containers);

        Assert.Equal("nginx", container.Name);
        Assert.Equal(
            new ContainerDescription
            {
                State = "created",
                ImageName = "docker.io/library/busybox:1.36",
                ImageId = new string('a', 64),
                Created = new DateTimeOffset(2023, 11, 14, 22, 13, 20, TimeSpan.Zero).AddTicks(1_234_567),
                RestartCount = 4,
                PodUid = "7c0b5c1e-6d3a-4b9e-9a59-0c8c52b5a5d2",
                Labels = [new("app", "web"), new("io.kubernetes.pod.uid", "7c0b5c1e-6d3a-4b9e-9a59-0c8c52b5a5d2")],
            },
            container.Description);
    }

    [Fact]
    public async Task List_OfAContainerWithManyLargeLabels_KeepsThoseOfKubernetesAndABoundedSize()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Create(configure: container =>
        {
            for (var i = 0; i < 1000; i++)
                container.Labels[$"a{i:d4}"] = new string('x', 10_000);
            container.Labels["io.kubernetes.pod.namespace"] = "kube-system";
        });
        using var engine = Connect(runtime, describes: true);

        var labels = Assert.Single((await engine.ListAsync(Cancellation)).Containers).Description!.Labels;

        Assert.Equal(ContainerDescriptions.MaxLabels, labels.Count);
        Assert.All(labels, label => Assert.InRange(label.Value.Length, 1, ContainerDescriptions.MaxLabelLength));
        Assert.Contains(new ContainerLabel("io.kubernetes.pod.namespace", "kube-system"), labels);
    }

    [Theory]
    [InlineData("sha256:0f", "", "docker.io/library/nginx@sha256:0f", "docker.io/library/nginx@sha256:0f")]
    [InlineData("sha256:0f", "nginx:1.27", "sha256:0f", "nginx:1.27")]
    [InlineData("quay.io/app:2", "nginx:1.27", "sha256:0f", "quay.io/app:2")]
    [InlineData("sha256:0f", "", "sha256:0f", null)]
    [InlineData("", "", "", null)]
    public async Task List_OfAnImage_HasANameAndNoId(string image, string userSpecified, string reference, string? name)
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Create(configure: container =>
        {
            container.Image = new ImageSpec { Image = image, UserSpecifiedImage = userSpecified };
            container.ImageRef = reference;
        });
        using var engine = Connect(runtime, describes: true);

        Assert.Equal(name, Assert.Single((await engine.ListAsync(Cancellation)).Containers).Description!.ImageName);
    }

    [Fact]
    public async Task List_AsksForTheStatusOfEachContainerOnce()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        for (var i = 0; i < 40; i++)
            runtime.Create();
        using var engine = Connect(runtime);

        await engine.ListAsync(Cancellation);
        await Task.WhenAll(engine.ListAsync(Cancellation), engine.ListAsync(["x"], Cancellation));
        var late = runtime.Create(mounts: 1);
        await engine.ListAsync([late], Cancellation);

        Assert.Equal(41, runtime.CallNames.Count(name => name == "ContainerStatus"));
    }

    [Fact]
    public async Task List_AsksForStatusesSideBySideButNotForAllAtOnce()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        for (var i = 0; i < 100; i++)
            runtime.Create();
        int current = 0, most = 0;
        var gate = new TaskCompletionSource();
        runtime.BeforeStatus = async (_, token) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref current));
            await gate.Task.WaitAsync(token);
            Interlocked.Decrement(ref current);
        };
        using var engine = Connect(runtime);

        var list = engine.ListAsync(Cancellation);
        await Wait.UntilAsync(
            () => Volatile.Read(ref current) == CriEngine.MaxParallelStatuses, "the calls arrive", Cancellation);
        gate.SetResult();

        Assert.Equal(100, (await list).Containers.Length);
        Assert.Equal(CriEngine.MaxParallelStatuses, most);
    }

    [Fact]
    public async Task List_OfAContainerThatIsGoneBeforeItsStatus_LeavesItOut()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        var there = runtime.Create(mounts: 1);
        runtime.Phantoms.Enqueue(
            new Container { Id = Containers.RandomId(), Metadata = new ContainerMetadata { Name = "x" } });
        using var engine = Connect(runtime);

        var list = await engine.ListAsync(Cancellation);

        Assert.Equal([there], list.Containers.Select(container => container.Id));
        Assert.Empty(list.Unreadable);
    }

    [Fact]
    public async Task List_WhenOneStatusFails_LeavesThatContainerOutAndAsksForItAgain()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        var right = runtime.Create(mounts: 1);
        var wrong = runtime.Create(mounts: 2, id: "01234567\u001b");
        runtime.BeforeStatus = (id, _) => id == wrong
            ? throw new RpcException(new Status(StatusCode.Internal, "locked\u001b[31m\nby another"))
            : Task.CompletedTask;
        using var engine = Connect(runtime);

        var list = await engine.ListAsync(Cancellation);
        Assert.Equal([right], list.Containers.Select(container => container.Id));
        Assert.Equal([new UnreadableContainer("01234567\uFFFD", "it answered Internal: locked\uFFFD[31m")], list.Unreadable);

        runtime.BeforeStatus = (_, _) => Task.CompletedTask;
        list = await engine.ListAsync(Cancellation);
        Assert.Equal(2, list.Containers.Length);
        Assert.Empty(list.Unreadable);
    }

    [Fact]
    public async Task List_WhenTheRuntimeIsUnavailable_Fails()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Create();
        runtime.Faults["ContainerStatus"] = ScriptedRuntime.Status(StatusCode.Unavailable, "shutting down");
        using var engine = Connect(runtime);

        var failure = await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.ListAsync(Cancellation));

        Assert.Equal("it answered Unavailable: shutting down", failure.Message);
        Assert.False(failure.HasAnswered);
    }

    [Fact]
    public async Task List_WhenTheRuntimeServesNoCri_SaysWhatToDo()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Faults["ListContainers"] = ScriptedRuntime.Status(StatusCode.Unimplemented);
        using var engine = Connect(runtime);

        var failure = await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.ListAsync(Cancellation));

        Assert.Contains("its CRI plugin is enabled", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.HasAnswered);
    }

    [Fact]
    public async Task List_OfMoreThanAMessageMayHave_Fails()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Create(configure: container => container.Labels["x"] = new string('x', CriChannel.MaxMessageBytes));
        using var engine = Connect(runtime);

        var failure = await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.ListAsync(Cancellation));

        Assert.StartsWith("it sent too much", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0, 0, 0, 1 })]
    [InlineData(new byte[] { 0x48, 0x54, 0x54, 0x50, 0x2F, 0x31 })]
    [InlineData(new byte[] { })]
    public async Task List_WhenTheAnswerIsNoMessage_Fails(byte[] bytes)
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Faults["ListContainers"] = ScriptedRuntime.Bytes(bytes);
        using var engine = Connect(runtime);

        await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.ListAsync(Cancellation));
    }

    [Fact]
    public async Task List_WhenTheConnectionBreaksOff_FailsAndWorksAgain()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Create();
        runtime.Faults["ListContainers"] = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        using var engine = Connect(runtime);
        await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.ListAsync(Cancellation));

        runtime.Faults.Clear();

        Assert.Single((await engine.ListAsync(Cancellation)).Containers);
    }

    [Fact]
    public async Task List_AfterTheRuntimeWasRestarted_Works()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Create(mounts: 2);
        using var engine = Connect(runtime);
        await engine.ListAsync(Cancellation);
        await runtime.StopAsync();

        var failure = await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.ListAsync(Cancellation));
        Assert.False(failure.HasAnswered);

        await runtime.ListenAsync();
        Assert.Equal(2, Assert.Single((await engine.ListAsync(Cancellation)).Containers).VolumeCount);
        Assert.Single(runtime.CallNames, "ContainerStatus");
    }

    [Fact]
    public async Task Measure_ReturnsASampleOfEachContainerThatHasStatistics()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Stats = () =>
        [
            Stats("all", processor: 7_000_000_100, memory: 300, available: 700),
            Stats("unlimited", processor: 0, memory: 300, available: 0),
            Stats("huge", ulong.MaxValue, ulong.MaxValue, ulong.MaxValue),
            new ContainerStats
            {
                Attributes = new ContainerAttributes { Id = "memory" },
                Memory = new MemoryUsage { Timestamp = 100 },
            },
            new ContainerStats { Attributes = new ContainerAttributes { Id = "exited" } },
            new ContainerStats { Cpu = new CpuUsage { Timestamp = 1 } },
        ];
        using var engine = Connect(runtime, describes: true);

        var time = new DateTimeOffset(2023, 11, 14, 22, 13, 20, TimeSpan.Zero).AddTicks(1_234_567);
        const double Huge = ulong.MaxValue;
        Assert.Equal(
            [
                new UsageSample("all", time, TimeSpan.FromTicks(70_000_001), 300, 1000),
                new UsageSample("unlimited", time, TimeSpan.Zero, 300, null),
                new UsageSample("huge", time, TimeSpan.FromTicks((long)(ulong.MaxValue / 100)), Huge, 2 * Huge),
                new UsageSample("memory", DateTimeOffset.UnixEpoch.AddTicks(1), null, null, null),
            ],
            await engine.MeasureAsync(Cancellation));
    }

    [Fact]
    public async Task Measure_OfARuntimeWithoutTheCall_IsNotSupported()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Faults["ListContainerStats"] = ScriptedRuntime.Status(StatusCode.Unimplemented);
        using var engine = Connect(runtime, describes: true);

        await Assert.ThrowsAsync<NotSupportedException>(() => engine.MeasureAsync(Cancellation));

        runtime.Faults["ListContainerStats"] = ScriptedRuntime.Status(StatusCode.Unavailable);
        await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.MeasureAsync(Cancellation));
    }

    [Fact]
    public async Task Measure_OfContainersThatAreNotDescribed_AsksNothing()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        using var engine = Connect(runtime);

        Assert.Null(await engine.MeasureAsync(Cancellation));
        Assert.Empty(runtime.Calls);
    }

    [Fact]
    public async Task Calls_AreOnlyThoseThatRead()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Create();
        using var engine = Connect(runtime, describes: true);

        await engine.DescribeAsync(Cancellation);
        await engine.ListAsync(Cancellation);
        await engine.ListAsync(["x"], Cancellation);
        await engine.MeasureAsync(Cancellation);
        await using var events = engine.Watch(Cancellation)!.GetAsyncEnumerator(Cancellation);
        Assert.True(await events.MoveNextAsync());

        Assert.Subset(
            new HashSet<string>
            {
                "/runtime.v1.RuntimeService/Version",
                "/runtime.v1.RuntimeService/ListContainers",
                "/runtime.v1.RuntimeService/ContainerStatus",
                "/runtime.v1.RuntimeService/ListContainerStats",
                "/containerd.services.events.v1.Events/Subscribe",
            },
            runtime.Calls.ToHashSet());
    }

    private static ContainerStats Stats(string id, ulong processor, ulong memory, ulong available) => new()
    {
        Attributes = new ContainerAttributes { Id = id },
        Cpu = new CpuUsage
        {
            Timestamp = 1_700_000_000_123_456_700,
            UsageCoreNanoSeconds = new UInt64Value { Value = processor },
        },
        Memory = new MemoryUsage
        {
            Timestamp = 1_700_000_000_000_000_000,
            WorkingSetBytes = new UInt64Value { Value = memory },
            AvailableBytes = new UInt64Value { Value = available },
        },
    };

    private static CriEngine Connect(ScriptedRuntime runtime, bool describes = false) =>
        new(runtime.SocketPath, describes, TimeProvider.System);

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen;)
        {
            var before = Interlocked.CompareExchange(ref most, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
