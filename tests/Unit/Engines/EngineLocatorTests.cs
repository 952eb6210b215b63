using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using VolumeCount.Engines;
using VolumeCount.Engines.Cri;
using VolumeCount.Engines.Docker;
using VolumeCount.Inventory;
using VolumeCount.Tests.Cri;

namespace VolumeCount.Tests.Unit.Engines;

public sealed class EngineLocatorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Find_TakesTheFirstSocketThatExists()
    {
        var locator = Locator(new EngineOptions(), Missing(), Socket(EngineKind.Podman), Socket(EngineKind.Docker));

        var engine = Assert.IsType<DockerEngine>(await locator.FindAsync(Cancellation));

        Assert.Equal(locator.Candidates[1].SocketPath, engine.SocketPath);
    }

    [Fact]
    public async Task Find_PassesOverAFolder()
    {
        var folder = new EngineCandidate(EngineKind.Docker, _folder.Combine("folder"));
        Directory.CreateDirectory(folder.SocketPath);
        var locator = Locator(new EngineOptions(), folder, Socket(EngineKind.Docker));

        var engine = await locator.FindAsync(Cancellation);

        Assert.Equal(locator.Candidates[1].SocketPath, engine.SocketPath);
    }

    [Fact]
    public async Task Find_OfARuntimeThatRunsPods_TakesIt()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Create();

        var engine = await Locator(new EngineOptions(), Missing(), Of(runtime)).FindAsync(Cancellation);

        Assert.IsType<CriEngine>(engine);
        Assert.NotNull(Assert.Single((await engine.ListAsync(Cancellation)).Containers).Description);
    }

    [Fact]
    public async Task Find_OfARuntimeThatServesOnlyDocker_PassesItOver()
    {
        await using var empty = await ScriptedRuntime.StartAsync();
        await using var without = await ScriptedRuntime.StartAsync();
        without.Create();
        without.Faults["ListPodSandbox"] = ScriptedRuntime.Status(StatusCode.Unimplemented);

        var failure = await Assert.ThrowsAsync<EngineUnavailableException>(
            () => Locator(new EngineOptions(), Of(empty), Of(without)).FindAsync(Cancellation));

        Assert.Contains($"{empty.SocketPath} runs no pods", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"{without.SocketPath} cannot be asked", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_OfARuntimeThatIsAskedForByName_TakesItAsItIs()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        var options = new EngineOptions { Kind = EngineKind.Cri };

        Assert.IsType<CriEngine>(await Locator(options, Socket(EngineKind.Docker), Of(runtime)).FindAsync(Cancellation));
        Assert.Empty(runtime.Calls);
    }

    [Fact]
    public async Task Find_WithoutAnEngine_SaysWhereItLooked()
    {
        var missing = Missing();

        var failure = await Assert.ThrowsAsync<EngineUnavailableException>(
            () => Locator(new EngineOptions(), missing).FindAsync(Cancellation));

        Assert.Contains($"{missing.SocketPath} does not exist", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--cri-endpoint", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Auto", true, false, "unix:///d.sock")]
    [InlineData("Auto", false, true, "unix:///c.sock")]
    [InlineData("Auto", true, true, "unix:///d.sock")]
    [InlineData("Docker", true, true, "unix:///d.sock")]
    [InlineData("Podman", true, true, "unix:///d.sock")]
    [InlineData("Cri", true, true, "unix:///c.sock")]
    [InlineData("Docker", false, true, null)]
    [InlineData("Cri", true, false, null)]
    [InlineData("Auto", false, false, null)]
    public void Given_IsTheAddressThatFitsTheKind(string kind, bool hasDockerHost, bool hasCriEndpoint, string? address)
    {
        var options = new EngineOptions
        {
            Kind = Enum.Parse<EngineKind>(kind),
            DockerHost = hasDockerHost ? DockerAddress.OfSocket("/d.sock") : null,
            CriEndpoint = hasCriEndpoint ? "/c.sock" : null,
        };

        var engine = Locator(options).Given();

        Assert.Equal(address, engine?.Address);
        (engine as IDisposable)?.Dispose();
    }

    [Theory]
    [InlineData("Auto", true)]
    [InlineData("Always", true)]
    [InlineData("Never", false)]
    public async Task Given_OfARuntime_DescribesContainersUnlessToldNotTo(string mode, bool describes)
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Create();
        var options = new EngineOptions { CriEndpoint = runtime.SocketPath, Describe = Enum.Parse<DescribeMode>(mode) };

        var engine = Locator(options).Given()!;

        Assert.Equal(describes, Assert.Single((await engine.ListAsync(Cancellation)).Containers).Description is not null);
    }

    [Fact]
    public async Task FoundEngine_WhenAnEngineAppears_AsksIt()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Create(mounts: 2);
        await runtime.StopAsync();
        using var engine = new FoundEngine(Locator(new EngineOptions(), Missing(), Of(runtime)));
        await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.ListAsync(Cancellation));

        await runtime.ListenAsync();

        Assert.Equal(runtime.SocketPath, engine.SocketPath);
        Assert.Equal(2, Assert.Single((await engine.ListAsync(Cancellation)).Containers).VolumeCount);
        Assert.Equal("containerd 2.0.0", (await engine.DescribeAsync(Cancellation)).Name);
        Assert.Equal($"unix://{runtime.SocketPath}", engine.Address);
        await foreach (var events in engine.Watch(Cancellation))
        {
            Assert.Empty(events);
            break;
        }
    }

    private static EngineLocator Locator(EngineOptions options, params EngineCandidate[] candidates) =>
        new(options, candidates, TimeProvider.System, NullLogger.Instance);

    private static EngineCandidate Of(ScriptedRuntime runtime) => new(EngineKind.Cri, runtime.SocketPath);

    private EngineCandidate Missing() => new(EngineKind.Docker, _folder.Combine("missing.sock"));

    // A file is enough: nothing connects.
    private EngineCandidate Socket(EngineKind kind)
    {
        var path = _folder.Combine($"{kind}.sock");
        File.WriteAllText(path, "");
        return new EngineCandidate(kind, path);
    }
}
