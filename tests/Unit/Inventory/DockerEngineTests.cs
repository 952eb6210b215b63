using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Inventory;

public sealed class DockerEngineTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListContainers_WithEveryKindOfMount_HasThemAllInTheOrderOfTheirDestinations()
    {
        var id = new string('a', 64);
        await using var scripted = await ScriptedEngine.StartAsync($$"""
            [{"Id":"{{id}}","Names":["/web"],"State":"running","Mounts":[
              {"Type":"volume","Name":"data","Source":"/var/lib/docker/volumes/data/_data","Destination":"/data","Driver":"local","Mode":"z","RW":true,"Propagation":""},
              {"Type":"tmpfs","Source":"","Destination":"/Tmp","Mode":"","RW":true,"Propagation":""},
              {"Type":"npipe","Source":"\\\\.\\pipe\\docker","Destination":"\\\\.\\pipe\\docker","Mode":"","RW":true,"Propagation":""},
              {"Type":"bind","Source":"/etc","Destination":"/cfg","Mode":"ro","RW":false,"Propagation":"rprivate"}]}]
            """);
        using var engine = new DockerEngine(scripted.Uri, TimeProvider.System);

        var containers = await engine.ListContainersAsync(CancellationToken);

        var container = Assert.Single(containers);
        Assert.Equal((id, "web", "running", 4), (container.Id, container.Name, container.State, container.VolumeCount));
        Assert.Equal(
            [
                new Mount("/Tmp", "tmpfs", "", "", IsWritable: true),
                new Mount("/cfg", "bind", "/etc", "", IsWritable: false),
                new Mount("/data", "volume", "data", "local", IsWritable: true),
                new Mount(@"\\.\pipe\docker", "npipe", @"\\.\pipe\docker", "", IsWritable: true),
            ],
            container.Mounts);
    }

    [Fact]
    public async Task ListContainers_Always_AsksForStoppedContainersToo()
    {
        await using var scripted = await ScriptedEngine.StartAsync("[]");
        using var engine = new DockerEngine(scripted.Uri, TimeProvider.System);

        await engine.ListContainersAsync(CancellationToken);

        Assert.Equal(["GET /containers/json?all=1"], scripted.Requests);
    }

    [Theory]
    [InlineData("""[{"Id":"1"}]""")]
    [InlineData("""[{"Id":"1","Names":[],"State":"","Mounts":[]}]""")]
    public async Task ListContainers_WithoutNameAndState_LeavesThemEmpty(string answer)
    {
        await using var scripted = await ScriptedEngine.StartAsync(answer);
        using var engine = new DockerEngine(scripted.Uri, TimeProvider.System);

        var containers = await engine.ListContainersAsync(CancellationToken);

        Assert.Equal([new Container("1", "", "", [])], containers);
    }

    [Fact]
    public async Task ListContainers_OverTcpWhereNobodyListens_SaysSo()
    {
        using var reserved = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        reserved.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var engine = new DockerEngine(new Uri($"tcp://{reserved.LocalEndPoint}"), TimeProvider.System);

        var failure = await Assert.ThrowsAsync<DockerUnavailableException>(() => engine.ListContainersAsync(CancellationToken));

        Assert.StartsWith("nothing listens there", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"Id":"1","Names":["/a"],"State":"created","Mounts":null}]""")]
    [InlineData("""[{"Id":"1","Names":["/a"],"State":"created"}]""")]
    [InlineData("""[{"Id":"1","Names":["/a"],"State":"created","Mounts":[],"Unheard":{"of":[1]}}]""")]
    public async Task ListContainers_WithoutMounts_CountsNone(string answer)
    {
        await using var scripted = await ScriptedEngine.StartAsync(answer);
        using var engine = new DockerEngine(scripted.Uri, TimeProvider.System);

        var containers = await engine.ListContainersAsync(CancellationToken);

        Assert.Equal([new Container("1", "a", "created", [])], containers);
    }

    [Theory]
    [InlineData("""{"Platform":{"Name":"Docker Engine - Community"},"Version":"28.2.2","ApiVersion":"1.50"}""", "Docker Engine - Community 28.2.2")]
    [InlineData("""{"Platform":{"Name":""},"Version":"20.10.24+dfsg1","ApiVersion":"1.50"}""", "Docker Engine 20.10.24+dfsg1")]
    [InlineData("""{"Version":"1.2.3","ApiVersion":"1.50"}""", "Docker Engine 1.2.3")]
    public async Task GetVersion_NamesTheEngine(string answer, string name)
    {
        await using var scripted = await ScriptedEngine.StartAsync(answer);
        using var engine = new DockerEngine(scripted.Uri, TimeProvider.System);

        var version = await engine.GetVersionAsync(CancellationToken);

        Assert.Equal(new EngineVersion(name, "1.50"), version);
    }

    [Theory]
    [InlineData(500, """{"message":"the disk is full"}""", "it answered with status 500")]
    [InlineData(403, "no", "it answered with status 403: no")]
    [InlineData(200, "<html>", "it answered something that is not Docker's JSON")]
    [InlineData(200, """{"not":"a list"}""", "it answered something that is not Docker's JSON")]
    [InlineData(200, "[{\"Id\":", "it answered something that is not Docker's JSON")]
    public async Task ListContainers_WithAnAnswerThatIsNone_SaysWhatCame(int statusCode, string answer, string reason)
    {
        await using var scripted = await ScriptedEngine.StartAsync(answer, statusCode);
        using var engine = new DockerEngine(scripted.Uri, TimeProvider.System);

        var failure = await Assert.ThrowsAsync<DockerUnavailableException>(() => engine.ListContainersAsync(CancellationToken));

        Assert.StartsWith(reason, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public async Task ListContainers_WhenTheEngineNeverAnswers_EndsAtTheDeadline()
    {
        var asked = new TaskCompletionSource();
        await using var scripted = await ScriptedEngine.StartAsync(async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        var time = new FakeTimeProvider();
        using var engine = new DockerEngine(scripted.Uri, time);

        var call = engine.ListContainersAsync(CancellationToken);
        await asked.Task.WaitAsync(CancellationToken);
        time.Advance(DockerEngine.CallTimeout);

        var failure = await Assert.ThrowsAsync<DockerUnavailableException>(() => call);
        Assert.Equal("it did not answer within 10 s", failure.Message);
    }

    [Fact]
    public async Task ListContainers_WhenCancelled_SaysNothingOfTheEngine()
    {
        var asked = new TaskCompletionSource();
        await using var scripted = await ScriptedEngine.StartAsync(async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var engine = new DockerEngine(scripted.Uri, TimeProvider.System);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);

        var call = engine.ListContainersAsync(cancellation.Token);
        await asked.Task.WaitAsync(CancellationToken);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task ListContainers_WithoutASocket_SaysSo()
    {
        using var folder = new TemporaryFolder();
        using var engine = new DockerEngine(new Uri($"unix://{folder.Combine("docker.sock")}"), TimeProvider.System);

        var failure = await Assert.ThrowsAsync<DockerUnavailableException>(() => engine.ListContainersAsync(CancellationToken));

        Assert.StartsWith("the socket does not exist", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListContainers_OnASocketThatNobodyListensOn_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Combine("docker.sock");
        using var bound = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        bound.Bind(new UnixDomainSocketEndPoint(path));
        using var engine = new DockerEngine(new Uri($"unix://{path}"), TimeProvider.System);

        var failure = await Assert.ThrowsAsync<DockerUnavailableException>(() => engine.ListContainersAsync(CancellationToken));

        Assert.StartsWith("nothing listens there", failure.Message, StringComparison.Ordinal);
    }
}
