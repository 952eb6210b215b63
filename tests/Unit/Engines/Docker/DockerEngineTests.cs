using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Engines.Docker;
using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Engines.Docker;

public sealed class DockerEngineTests
{
    private const string LargeContainer = """{"Id":"1","Mounts":[],"Labels":"LARGE"},""";

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
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var containers = (await engine.ListAsync(CancellationToken)).Containers;

        var container = Assert.Single(containers);
        Assert.Equal((id, 4), (container.Id, container.VolumeCount));
        Assert.Equal(
            [
                new Mount("/Tmp", "tmpfs", null, null, IsWritable: true),
                new Mount("/cfg", "bind", "/etc", null, IsWritable: false),
                new Mount("/data", "volume", "data", "local", IsWritable: true),
                new Mount(@"\\.\pipe\docker", "npipe", @"\\.\pipe\docker", null, IsWritable: true),
            ],
            container.Mounts);
    }

    [Fact]
    public async Task ListContainers_Always_AsksForStoppedContainersToo()
    {
        await using var scripted = await ScriptedEngine.StartAsync("[]");
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        await engine.ListAsync(CancellationToken);

        Assert.Equal(["GET /containers/json?all=1"], scripted.Requests);
    }

    [Fact]
    public async Task ListContainers_Again_HasTheSameObjectsForWhatHasNotChanged()
    {
        await using var scripted = await ScriptedEngine.StartWithContainersAsync("[]");
        var (changes, stays) = (scripted.Create(mounts: 1), scripted.Create(mounts: 3));
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);
        var before = (await engine.ListAsync(CancellationToken)).Containers.ToDictionary(container => container.Id);

        scripted.Create(mounts: 2, changes);
        var after = (await engine.ListAsync(CancellationToken)).Containers.ToDictionary(container => container.Id);

        Assert.Same(before[stays], after[stays]);
        Assert.Equal((1, 2), (before[changes].VolumeCount, after[changes].VolumeCount));
    }

    [Fact]
    public async Task ListContainers_WithIds_AsksForThoseAlone()
    {
        await using var scripted = await ScriptedEngine.StartWithContainersAsync(
            """[{"Id":"aa","Mounts":[]},{"Id":"ab","Mounts":[]},{"Id":"b","Mounts":[]}]""");
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var containers = (await engine.ListAsync(["ab", "b", "c"], CancellationToken)).Containers;

        Assert.Equal([new Container("ab", []), new Container("b", [])], containers.OrderBy(container => container.Id));
        Assert.Equal(
            ["GET /containers/json?all=1&filters=%7B%22id%22%3A%7B%22ab%22%3Atrue%2C%22b%22%3Atrue%2C%22c%22%3Atrue%7D%7D"],
            scripted.Requests);
    }

    [Theory]
    [InlineData("""[{"Id":"1","Names":["/web"],"State":"running","Mounts":[{},{}]}]""", "web", "running", 2)]
    [InlineData("""[{"Id":"1","Mounts":[]}]""", "", "", 0)]
    [InlineData("""[{"Id":"1","Names":[],"State":"","Mounts":[]}]""", "", "", 0)]
    [InlineData("""[{"Id":"1","Names":[null],"State":null,"Mounts":[]}]""", "", "", 0)]
    public async Task ListContainers_ThatAreDescribed_HasNameAndState(
        string answer, string name, string state, int volumeCount)
    {
        await using var scripted = await ScriptedEngine.StartAsync(answer);
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System) { Describes = true };

        var container = Assert.Single((await engine.ListAsync(CancellationToken)).Containers);

        Assert.Equal(new ContainerDescription { State = state }, container.Description);
        Assert.Equal(("1", name, volumeCount), (container.Id, container.Name, container.VolumeCount));
    }

    [Theory]
    [InlineData("""["/web"]""", "web")]
    [InlineData("""["/web/db","/db"]""", "db")]
    [InlineData("""["/db","/web/db"]""", "db")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    public async Task ListContainers_ThatAreNotDescribed_HasTheName(string names, string name)
    {
        await using var scripted = await ScriptedEngine.StartAsync($$"""[{"Id":"1","Names":{{names}},"Mounts":[]}]""");
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var container = Assert.Single((await engine.ListAsync(CancellationToken)).Containers);

        Assert.Equal(new Container("1", []) { Name = name }, container);
    }

    [Fact]
    public async Task ListContainers_OverTcpWhereNobodyListens_SaysSo()
    {
        using var reserved = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        reserved.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var engine = new DockerEngine(DockerAddress.Parse($"tcp://{reserved.LocalEndPoint}"), TimeProvider.System);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => engine.ListAsync(CancellationToken));

        Assert.StartsWith("nothing listens there", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"Id":"1","Names":["/a"],"State":"created","Mounts":[],"Unheard":{"of":[1]}}]""")]
    [InlineData("""[{"Id":"1","Created":"yesterday","Labels":[1,2],"HostConfig":null,"Mounts":[]}]""")]
    public async Task ListContainers_WithoutMounts_CountsNone(string answer)
    {
        await using var scripted = await ScriptedEngine.StartAsync(answer);
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var containers = (await engine.ListAsync(CancellationToken)).Containers;

        Assert.Equal(("1", 0), (Assert.Single(containers).Id, containers[0].VolumeCount));
        Assert.Single(scripted.Requests);
    }

    [Fact]
    public async Task ListContainers_OfAnEngineThatListsNoMounts_InspectsEachContainerOnce()
    {
        await using var scripted = await ScriptedEngine.StartWithContainersAsync("[]");
        scripted.ListsNoMounts = true;
        var expected = Enumerable.Range(0, 10).ToDictionary(mounts => scripted.Create(mounts), mounts => mounts);
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        for (var i = 0; i < 3; i++)
        {
            var containers = (await engine.ListAsync(CancellationToken)).Containers;
            Assert.Equal(expected, containers.ToDictionary(container => container.Id, container => container.VolumeCount));
        }

        Assert.Equal(10 + 3, scripted.Requests.Count);
        var added = scripted.Create(4);
        Assert.Equal(4, Assert.Single((await engine.ListAsync([added], CancellationToken)).Containers).VolumeCount);
        Assert.Equal(10 + 3 + 2, scripted.Requests.Count);
    }

    [Fact]
    public async Task ListContainers_OfAnEngineThatListsNoMountsAndCannotInspectOne_LeavesThatOneOut()
    {
        await using var scripted = await ScriptedEngine.StartWithContainersAsync("[]");
        scripted.ListsNoMounts = true;
        var stays = scripted.Create(mounts: 2);
        var locked = scripted.Create(mounts: 1);
        scripted.InspectFault = context => context.Request.Path.Value!.Contains(locked, StringComparison.Ordinal)
            ? ScriptedEngine.Answer("""{"message":"it is locked"}""", 500)(context)
            : null;
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var list = await engine.ListAsync(CancellationToken);

        Assert.Equal((stays, 2), (Assert.Single(list.Containers).Id, list.Containers[0].VolumeCount));
        Assert.Equal(
            [new UnreadableContainer(
                locked,
                """the list has no mounts, and inspecting it failed: it answered with status 500: {"message":"it is locked"}""")],
            list.Unreadable);
    }

    [Fact]
    public async Task ListContainers_OfTwoMountsWithOneDestination_CountsBothInTheirOrder()
    {
        await using var scripted = await ScriptedEngine.StartAsync("""
            [{"Id":"1","Mounts":[
              {"Type":"image","Source":"localhost/busybox","Destination":"/b","RW":false},
              {"Type":"volume","Name":"v","Destination":"/a","Driver":"local","RW":true},
              {"Type":"bind","Source":"/merged","Destination":"/b","RW":true}]}]
            """);
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var container = Assert.Single((await engine.ListAsync(CancellationToken)).Containers);

        Assert.Equal(3, container.VolumeCount);
        Assert.Equal(
            [("/a", "volume"), ("/b", "image"), ("/b", "bind")],
            container.Mounts.Select(mount => (mount.Destination, mount.Type)));
    }

    [Theory]
    [InlineData("{}", "number 2", "it has no id")]
    [InlineData("""{"Id":null,"Names":["/web"]}""", "/web", "it has no id")]
    [InlineData("""{"Id":"","Names":[]}""", "", "it has no id")]
    [InlineData("""{"Id":7}""", "number 2", "its Id is not a string")]
    [InlineData("""{"Id":"1","Mounts":3}""", "1", "Number is where the list of mounts should be")]
    [InlineData("""{"Id":"1","Mounts":[null]}""", "1", "Null is where a mount should be")]
    [InlineData("""{"Mounts":["/data"],"Id":"1"}""", "1", "String is where a mount should be")]
    [InlineData("""{"Id":"1","Mounts":[{"Destination":{"a":[1]}}]}""", "1", "its Destination is not a string")]
    [InlineData("null", "number 2", "Null is where a container should be")]
    [InlineData("[[1],2]", "number 2", "StartArray is where a container should be")]
    [InlineData("\"a\\u001bb\"", "number 2", "String is where a container should be")]
    public async Task ListContainers_WithOneEntryThatIsNotValid_LeavesThatOneOut(string entry, string id, string reason)
    {
        await using var scripted = await ScriptedEngine.StartAsync(
            $$"""[{"Id":"a","Mounts":[]},{{entry}},{"Id":"b","Mounts":[{"Destination":"/d"}]}]""");
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var list = await engine.ListAsync(CancellationToken);

        Assert.Equal([("a", 0), ("b", 1)], list.Containers.Select(container => (container.Id, container.VolumeCount)));
        Assert.Equal([new UnreadableContainer(id, reason)], list.Unreadable);
    }

    [Fact]
    public async Task ListContainers_WithOneThatIsNotUtf8_LeavesThatOneOut()
    {
        await using var scripted = await ScriptedEngine.StartAsync(context => context.Response.Body.WriteAsync(
            (byte[])
            [
                .. "[{\"Id\":\"a\",\"Mounts\":[]},{\"Id\":\"b\",\"Mounts\":[{\"Name\":\""u8, 0xC3, 0x28,
                .. "\"}]},{\"Id\":\"c\",\"Mounts\":[]}]"u8,
            ])
            .AsTask());
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var list = await engine.ListAsync(CancellationToken);

        Assert.Equal(["a", "c"], list.Containers.Select(container => container.Id));
        Assert.Equal([new UnreadableContainer("b", "it is not valid UTF-8")], list.Unreadable);
    }

    [Fact]
    public async Task ListContainers_WithOneThatIsTooLarge_LeavesThatOneOut()
    {
        var labels = string.Join(',', Enumerable.Range(0, 90).Select(i => $"\"l{i}\":\"{new string('x', 60_000)}\""));
        await using var scripted = await ScriptedEngine.StartAsync(
            $$"""[{"Id":"a","Mounts":[]},{"Id":"large","Labels":{{{labels}}},"Mounts":[{}]},{"Id":"b","Mounts":[]}]""");
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var list = await engine.ListAsync(CancellationToken);

        Assert.Equal(["a", "b"], list.Containers.Select(container => container.Id));
        Assert.Equal([new UnreadableContainer("large", "it has more than 4 MiB")], list.Unreadable);
    }

    [Theory]
    [InlineData("1.44", true)]
    [InlineData("1.44", false)]
    [InlineData("1.52", true)]
    [InlineData("1.52", false)]
    [InlineData("1.99", true)]
    [InlineData("1.99", false)]
    public async Task Calls_ToAnEngineThatDemandsANewApi_AreAnswered(string minimum, bool acceptsUnversioned)
    {
        await using var scripted = await ScriptedEngine.StartWithContainersAsync("""[{"Id":"a","Mounts":[{}]}]""");
        (scripted.MinApiVersion, scripted.ApiVersion, scripted.AcceptsUnversioned) = (minimum, "1.99", acceptsUnversioned);
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        Assert.Single((await engine.ListAsync(CancellationToken)).Containers);
        Assert.Single((await engine.ListAsync(["a"], CancellationToken)).Containers);
        Assert.Equal("1.99", (await engine.DescribeAsync(CancellationToken)).ApiVersion);
        await using var events = await SubscribeAsync(engine);
        scripted.Tell("create", "b");

        Assert.Equal([new ContainerEvent(ContainerEventKind.Changed, "b")], await ReadAsync(events));
        Assert.InRange(scripted.Requests.Count, 4, 6);
        Assert.DoesNotContain(
            scripted.Requests.TakeLast(3),
            request => request.StartsWith("GET /v1", StringComparison.Ordinal) == acceptsUnversioned);
    }

    [Theory]
    [InlineData("1.24")]
    [InlineData("1.44")]
    public async Task Calls_ToAnOldEngineThatDemandsAVersion_NameItsOwn(string newest)
    {
        await using var scripted = await ScriptedEngine.StartWithContainersAsync("""[{"Id":"a","Mounts":[{}]}]""");
        (scripted.MinApiVersion, scripted.ApiVersion, scripted.AcceptsUnversioned) = ("1.12", newest, false);
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        await engine.ListAsync(CancellationToken);

        Assert.Equal($"GET /v{newest}/containers/json?all=1", scripted.Requests.Last());
    }

    [Theory]
    [InlineData("a.c")]
    [InlineData("[")]
    [InlineData("web-1")]
    public async Task ListContainers_WithAnIdThatAFilterMightTakeForAnother_AsksForAll(string id)
    {
        await using var scripted = await ScriptedEngine.StartAsync("[]");
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        await engine.ListAsync(["a", id], CancellationToken);

        Assert.Equal(["GET /containers/json?all=1"], scripted.Requests);
    }

    [Theory]
    [InlineData(
        """{"Platform":{"Name":"Docker Engine - Community"},"Version":"28.2.2","ApiVersion":"1.50"}""",
        "Docker Engine - Community 28.2.2")]
    [InlineData(
        """{"Platform":{"Name":""},"Version":"20.10.24+dfsg1","ApiVersion":"1.50"}""", "Docker Engine 20.10.24+dfsg1")]
    [InlineData("""{"Version":"1.2.3","ApiVersion":"1.50"}""", "Docker Engine 1.2.3")]
    [InlineData("""{"Platform":null,"Version":"1\u001b[31m","ApiVersion":"1.50"}""", "Docker Engine 1\uFFFD[31m")]
    [InlineData(
        """{"Platform":{"Name":"linux/amd64/debian-12"},"Components":[{"Name":"Podman Engine"},{"Name":"Conmon"}],"Version":"4.3.1","ApiVersion":"1.50"}""",
        "Podman 4.3.1")]
    public async Task GetVersion_NamesTheEngine(string answer, string name)
    {
        await using var scripted = await ScriptedEngine.StartAsync(answer);
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var version = await engine.DescribeAsync(CancellationToken);

        Assert.Equal(new EngineDescription(name, "1.50"), version);
    }

    [Theory]
    [InlineData(
        500, """{"message":"the disk is full"}""", """it answered with status 500: {"message":"the disk is full"}""")]
    [InlineData(404, "", "it answered with status 404")]
    [InlineData(401, "<html>\n<p>", "it answered with status 401: <html>")]
    [InlineData(403, "no\u001b[31m", "it answered with status 403: no\uFFFD[31m")]
    [InlineData(302, "", "it answered with status 302")]
    [InlineData(200, "", "it answered something that is not Docker's JSON")]
    [InlineData(200, "<html>", "it answered something that is not Docker's JSON")]
    [InlineData(200, "null", "it answered something that is not Docker's JSON")]
    [InlineData(200, "[null]", "it answered something that is not Docker's JSON")]
    [InlineData(200, "[[]]", "it answered something that is not Docker's JSON")]
    [InlineData(200, """{"not":"a list"}""", "it answered something that is not Docker's JSON")]
    [InlineData(200, """[{}]""", "it answered something that is not Docker's JSON")]
    [InlineData(200, """[{"Id":null}]""", "it answered something that is not Docker's JSON")]
    [InlineData(200, """[{"Id":""}]""", "it answered something that is not Docker's JSON")]
    [InlineData(200, """[{"Id":7}]""", "it answered something that is not Docker's JSON")]
    [InlineData(200, """[{"Id":"1","Mounts":3}]""", "it answered something that is not Docker's JSON")]
    [InlineData(200, """[{"Id":"1","Mounts":[null]}]""", "it answered something that is not Docker's JSON")]
    [InlineData(200, "[{\"Id\":", "it answered something that is not Docker's JSON")]
    [InlineData(200, "[{\"Id\":\"1\"}", "it answered something that is not Docker's JSON")]
    [InlineData(200, "[{\"Id\":\"1\"},", "it answered something that is not Docker's JSON")]
    public async Task ListContainers_WithAnAnswerThatIsNone_SaysWhatCame(int statusCode, string answer, string reason)
    {
        await using var scripted = await ScriptedEngine.StartAsync(answer, statusCode);
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => engine.ListAsync(CancellationToken));

        Assert.Equal(reason, failure.Message);
        Assert.True(failure.HasAnswered);
    }

    [Fact]
    public async Task ListContainers_ThatIsRedirected_GoesNowhere()
    {
        await using var scripted = await ScriptedEngine.StartAsync(context =>
        {
            context.Response.Redirect("/containers/json");
            return Task.CompletedTask;
        });
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => engine.ListAsync(CancellationToken));

        Assert.Single(scripted.Requests);
    }

    [Theory]
    [InlineData("[{\"Id\":\"", "a", "it answered with a value of more than 4 MiB")]
    [InlineData("[", " ", "it answered with a value of more than 4 MiB")]
    [InlineData("[", "{},", "it answered something that is not Docker's JSON")]
    [InlineData("[", LargeContainer, "it answered with more than 128 MiB")]
    [InlineData("", "\0", "it answered something that is not Docker's JSON")]
    public async Task ListContainers_WithAnEndlessAnswer_BreaksOff(string begin, string endless, string reason)
    {
        await using var scripted = await ScriptedEngine.StartAsync(context => WriteForeverAsync(context, begin, endless));
        // Not the deadline.
        using var engine = new DockerEngine(Parse(scripted.Uri), new FakeTimeProvider());

        Task[] calls = [engine.ListAsync(CancellationToken), engine.ListAsync(["a"], CancellationToken)];

        foreach (var call in calls)
        {
            var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => call);
            Assert.Equal(reason, failure.Message);
            Assert.True(failure.HasAnswered);
        }
    }

    [Theory]
    [InlineData("[{\"Id\":\"", "a")]
    [InlineData("", " ")]
    [InlineData("", "\0")]
    public async Task GetVersion_WithAnEndlessAnswer_BreaksOff(string begin, string endless)
    {
        await using var scripted = await ScriptedEngine.StartAsync(context => WriteForeverAsync(context, begin, endless));
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => engine.DescribeAsync(CancellationToken));

        Assert.Equal("it answered with more than 4 MiB", failure.Message);
        Assert.True(failure.HasAnswered);
    }

    [Fact]
    public async Task Calls_WithAnEndlessHeader_BreakOff()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Combine("docker.sock");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        using var engine = new DockerEngine(DockerAddress.Parse($"unix://{path}"), TimeProvider.System);

        var call = engine.DescribeAsync(CancellationToken);
        using var connection = await listener.AcceptAsync(CancellationToken);
        await connection.SendAsync("HTTP/1.1 200 OK\r\nX: "u8.ToArray(), CancellationToken);
        await Assert.ThrowsAsync<SocketException>(async () =>
        {
            while (true)
                await connection.SendAsync(new byte[1 << 16].Select(_ => (byte)'x').ToArray(), CancellationToken);
        });

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => call);
        Assert.Equal("it answered something that is not HTTP", failure.Message);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("""[{"Id":null}]""")]
    [InlineData("""[{"Id":""}]""")]
    [InlineData("""[{"Id":7}]""")]
    [InlineData("""[{"Id":"1","Mounts":3}]""")]
    [InlineData("""[{"Id":"1","Mounts":[null]}]""")]
    [InlineData("""{"not":"a list"}""")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task ListContainers_WithIdsAndAnAnswerThatIsNone_SaysSo(string answer)
    {
        await using var scripted = await ScriptedEngine.StartAsync(answer);
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(
            () => engine.ListAsync(["1"], CancellationToken));

        Assert.Equal("it answered something that is not Docker's JSON", failure.Message);
        Assert.True(failure.HasAnswered);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task GetVersion_WithAnAnswerThatIsNone_SaysSo(string answer)
    {
        await using var scripted = await ScriptedEngine.StartAsync(answer);
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => engine.DescribeAsync(CancellationToken));

        Assert.Equal("it answered something that is not Docker's JSON", failure.Message);
    }

    [Fact]
    public async Task ListContainers_WithIds_HasTheSameOfThemAsTheListOfAll()
    {
        await using var scripted = await ScriptedEngine.StartWithContainersAsync("""
            [{"Id":"a","Names":["/web"],"Created":1700000000,"State":"running","Mounts":[
              {"Type":"volume","Name":"data","Source":"/var/lib/docker/volumes/data/_data","Destination":"/data","Driver":"local","Mode":"z","RW":true,"Propagation":""},
              {"Type":"tmpfs","Source":"","Destination":"/Tmp","Mode":"","RW":true,"Propagation":""},
              {"Type":"bind","Source":"/etc","Destination":"/cfg","Mode":"ro","RW":false,"Propagation":"rprivate"}]},
             {"Id":"b","Mounts":[]}]
            """);
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var all = (await engine.ListAsync(CancellationToken)).Containers;
        var some = (await engine.ListAsync(["a", "b"], CancellationToken)).Containers;

        Assert.Equal(all.OrderBy(container => container.Id), some.OrderBy(container => container.Id));
        Assert.Equal(3, some.Single(container => container.Id == "a").VolumeCount);
    }

    [Fact]
    public async Task ListContainers_WithAnAnswerOfManyMegabytesAndUnknownForms_ReadsIt()
    {
        var container = $$"""{"Id":"a","Created":"yesterday","Names":null,"Labels":[7],"Unheard":"{{new string('x', 1_000_000)}}","Mounts":[{"Propagation":1}]}""";
        await using var scripted = await ScriptedEngine.StartAsync($"[{string.Join(',', Enumerable.Repeat(container, 6))}]");
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var containers = (await engine.ListAsync(["a"], CancellationToken)).Containers;

        Assert.Equal(6, containers.Length);
        Assert.All(containers, container => Assert.Equal(("a", 1), (container.Id, container.VolumeCount)));
    }

    [Fact]
    public async Task ListContainers_WithAnEndlessErrorMessage_ReadsItsBeginning()
    {
        await using var scripted = await ScriptedEngine.StartAsync(async context =>
        {
            context.Response.StatusCode = 500;
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.WriteAsync(new string('x', 1 << 16), CancellationToken.None);
        });
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => engine.ListAsync(CancellationToken));

        Assert.Equal($"it answered with status 500: {new string('x', 200)}", failure.Message);
    }

    [Fact]
    public async Task ListContainers_FromSomethingThatDoesNotSpeakHttp_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Combine("docker.sock");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        using var engine = new DockerEngine(DockerAddress.Parse($"unix://{path}"), TimeProvider.System);

        var call = engine.ListAsync(CancellationToken);
        using (var connection = await listener.AcceptAsync(CancellationToken))
        {
            await connection.SendAsync("220 mail.example ESMTP\r\n"u8.ToArray(), CancellationToken);
            var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => call);
            Assert.Equal("it answered something that is not HTTP", failure.Message);
        }
    }

    [Fact]
    public async Task ListContainers_OfAConnectionThatBreaksOff_SaysSo()
    {
        await using var scripted = await ScriptedEngine.StartAsync(async context =>
        {
            await context.Response.WriteAsync("[{\"Id\":\"1\"},");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => engine.ListAsync(CancellationToken));

        Assert.Equal(
            "the connection broke off; see whether Docker was restarted, and its log if it was not", failure.Message);
        Assert.False(failure.HasAnswered);
    }

    [Fact]
    public async Task Calls_OfEachKind_AreOnlyEverGet()
    {
        await using var scripted = await ScriptedEngine.StartWithContainersAsync("[]");
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        await engine.DescribeAsync(CancellationToken);
        await using (await SubscribeAsync(engine))
        {
            await engine.ListAsync(CancellationToken);
            await engine.ListAsync(CancellationToken);
            await engine.ListAsync(["a"], CancellationToken);
        }

        Assert.Equal(5, scripted.Requests.Count);
        Assert.All(scripted.Requests, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Subscribe_ThenRead_TellsWhatHappensToContainers()
    {
        await using var scripted = await ScriptedEngine.StartWithContainersAsync("[]");
        using var engine = new DockerEngine(
            Parse(scripted.Uri), new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_700_000_005)));
        await using var events = await SubscribeAsync(engine);

        scripted.Tell("pull", "busybox", "image");
        scripted.Tell("create", "a");
        scripted.Write("""{"Type":"network","Action":"connect","Actor":{"ID":"b"}}""" + "\n");
        scripted.Write("""{"Type":"container","Action":"prune","Actor":{"ID":"","Attributes":{"reclaimed":"0"}}}""" + "\n");
        scripted.Write("""{"Type":"container","Action":"exec_create: sh"}""" + "\n");
        scripted.Tell("destroy", "a");

        var read = new List<ContainerEvent>();
        while (read.Count < 2)
            read.AddRange(await ReadAsync(events));
        Assert.Equal(
            [new ContainerEvent(ContainerEventKind.Changed, "a"), new ContainerEvent(ContainerEventKind.Removed, "a")],
            read);
        Assert.Equal(
            ["GET /events?since=1700000000&filters=%7B%22type%22%3A%7B%22container%22%3Atrue%7D%7D"], scripted.Requests);
    }

    [Fact]
    public async Task ReadEvents_OfAnEventWithLargeLabels_HasItWithoutWaitingForItsEnd()
    {
        await using var scripted = await ScriptedEngine.StartWithContainersAsync("[]");
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);
        await using var events = await SubscribeAsync(engine);
        var label = new string('x', 300_000);

        scripted.Write(
            """{"Type":"container","Action":"create","Actor":{"ID":"a","Attributes":{"l":""" + $"\"{label}\"}}}}}}\n");
        Assert.Equal([new ContainerEvent(ContainerEventKind.Changed, "a")], await ReadAsync(events));

        scripted.Write("""{"Type":"container","Action":"destroy","Actor":{"ID":"b","Attributes":{"l":""" + $"\"{label}");
        for (var i = 0; i < 30; i++)
            scripted.Write(label);
        Assert.Equal([new ContainerEvent(ContainerEventKind.Removed, "b")], await ReadAsync(events));
        scripted.Write("\"}}}\n");
        scripted.Tell("start", "c");
        Assert.Equal([new ContainerEvent(ContainerEventKind.Seen, "c")], await ReadAsync(events));
    }

    [Theory]
    [InlineData("""{"Type":"container","Action":7,"Actor":{"ID":"a"}}""")]
    [InlineData("""{"Type":"container","Action":"create","Actor":{"ID":[]}}""")]
    [InlineData("""{"Type":1}""")]
    public async Task ReadEvents_OfAnEventOfAnotherForm_SaysThatItCannotBeRead(string last)
    {
        await using var scripted = await ScriptedEngine.StartWithContainersAsync("[]");
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);
        await using var events = await SubscribeAsync(engine);

        scripted.Write($"{last}\n");

        Assert.Equal([new ContainerEvent(ContainerEventKind.Unreadable, "")], await ReadAsync(events));
    }

    [Theory]
    [InlineData("""{"Type":"network","Action":"create","Actor":{"ID":"a"}}""")]
    [InlineData("""{"Type":"container","Action":"prune","Actor":{"ID":""}}""")]
    [InlineData("""{"Type":"container","Action":"create","Actor":null}""")]
    [InlineData("""{"Type":"container","Action":"create"}""")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData(" \r")]
    public async Task ReadEvents_OfWhatIsNotOfAContainer_PassesItOver(string passedOver)
    {
        await using var scripted = await ScriptedEngine.StartWithContainersAsync("[]");
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);
        await using var events = await SubscribeAsync(engine);

        scripted.Write($"{passedOver}\n");
        scripted.Tell("create", "a");

        Assert.Equal([new ContainerEvent(ContainerEventKind.Changed, "a")], await ReadAsync(events));
    }

    [Theory]
    [InlineData("""{"Actor":{"Attributes":{"ID":"x","Action":"y"},"ID":"a"},"Action":"destroy","Type":"container"}""")]
    [InlineData(
        """{"status":"x","Actor":{"ID":"a","Attributes":{"Type":"z"}},"scope":["Type"],"Type":"container","Action":"remove"}""")]
    public async Task ReadEvents_InAnyOrderOfProperties_FindsThem(string json)
    {
        await using var scripted = await ScriptedEngine.StartWithContainersAsync("[]");
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);
        await using var events = await SubscribeAsync(engine);

        scripted.Write($"{json}\n");

        Assert.Equal([new ContainerEvent(ContainerEventKind.Removed, "a")], await ReadAsync(events));
    }

    [Theory]
    [InlineData(true, ContainerEventKind.Changed)]
    [InlineData(false, ContainerEventKind.Seen)]
    public async Task ReadEvents_OfAStart_MayChangeTheMountsOfPodmanAlone(bool isPodman, object kind)
    {
        await using var scripted = await ScriptedEngine.StartWithContainersAsync("[]");
        scripted.IsPodman = isPodman;
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);
        await using var events = await SubscribeAsync(engine);

        scripted.Tell("start", "a");

        Assert.Equal([new ContainerEvent((ContainerEventKind)kind, "a")], await ReadAsync(events));
    }

    [Fact]
    public async Task Subscribe_ThatIsDoneAfterItsAnswer_TellsWhatHappenedMeanwhile()
    {
        var done = new TaskCompletionSource();
        await using var scripted = await ScriptedEngine.StartWithContainersAsync("[]");
        scripted.Subscribing = done.Task;
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);
        await using var events = await SubscribeAsync(engine);

        scripted.Tell("destroy", "a");
        done.SetResult();

        Assert.Equal([new ContainerEvent(ContainerEventKind.Removed, "a")], await ReadAsync(events));
    }

    [Fact]
    public async Task Subscribe_OfAStreamThatIsRefused_SaysWhy()
    {
        await using var scripted = await ScriptedEngine.StartAsync("no", 500);
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => SubscribeAsync(engine));

        Assert.Equal("it answered with status 500: no", failure.Message);
    }

    [Theory]
    [InlineData("", "the connection broke off; see whether Docker was restarted, and its log if it was not")]
    [InlineData(
        "{\"Type\":\"container\",\"Act",
        "the connection broke off; see whether Docker was restarted, and its log if it was not")]
    [InlineData("hello\n", "its event stream is not Docker's JSON")]
    [InlineData("[]\n", "its event stream is not Docker's JSON")]
    [InlineData("null\n", "its event stream is not Docker's JSON")]
    public async Task ReadEvents_OfAStreamThatBreaksOff_SaysSo(string last, string reason)
    {
        await using var scripted = await ScriptedEngine.StartWithContainersAsync("[]");
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);
        await using var events = await SubscribeAsync(engine);

        var read = ReadAsync(events);
        scripted.Write(last);
        if (last.Length > 0 && !last.EndsWith('\n'))
            await Task.Yield();
        if (!last.EndsWith('\n'))
            scripted.CutEvents();

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => read);
        Assert.Equal(reason, failure.Message);
    }

    [Fact]
    public async Task ReadEvents_OfAStreamThatIsEnded_SaysSo()
    {
        await using var scripted = await ScriptedEngine.StartAsync("");
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);
        await using var events = await SubscribeAsync(engine);

        Assert.Empty(await ReadAsync(events));
    }

    [Theory]
    [InlineData("{\"Type\":\"", "x")]
    [InlineData("{", " ")]
    public async Task ReadEvents_OfOneThatNeverEnds_BreaksOff(string begin, string endless)
    {
        await using var scripted = await ScriptedEngine.StartAsync(context => WriteForeverAsync(context, begin, endless));
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);
        await using var events = await SubscribeAsync(engine);

        Assert.Equal([new ContainerEvent(ContainerEventKind.Unreadable, "")], await ReadAsync(events));
        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => ReadAsync(events));

        Assert.Equal("it emitted an event of more than 64 MiB", failure.Message);
    }

    [Theory]
    [InlineData("version", 5)]
    [InlineData("subscribe", 30)]
    [InlineData("list", 30)]
    [InlineData("list some", 5)]
    public async Task Call_WhenTheEngineNeverAnswers_EndsAtTheDeadline(string what, int seconds)
    {
        var asked = new TaskCompletionSource();
        await using var scripted = await ScriptedEngine.StartAsync(context =>
        {
            asked.SetResult();
            return ScriptedEngine.NeverAnswerAsync(context);
        });
        var time = new FakeTimeProvider();
        using var engine = new DockerEngine(Parse(scripted.Uri), time);

        Task call = what switch
        {
            "version" => engine.DescribeAsync(CancellationToken),
            "subscribe" => SubscribeAsync(engine),
            "list" => engine.ListAsync(CancellationToken),
            _ => engine.ListAsync(["a"], CancellationToken),
        };
        await asked.Task.WaitAsync(CancellationToken);
        time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromTicks(1));

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => call);
        Assert.Equal($"it did not answer within {seconds} s", failure.Message);
        Assert.False(failure.HasAnswered);
    }

    [Fact]
    public async Task ListContainers_WhenTheAnswerNeverEnds_EndsAtTheDeadline()
    {
        var begun = new TaskCompletionSource();
        await using var scripted = await ScriptedEngine.StartAsync(async context =>
        {
            await context.Response.WriteAsync("[{\"Id\":\"1\"}");
            await context.Response.Body.FlushAsync();
            begun.SetResult();
            await ScriptedEngine.NeverAnswerAsync(context);
        });
        var time = new FakeTimeProvider();
        using var engine = new DockerEngine(Parse(scripted.Uri), time);

        var call = engine.ListAsync(CancellationToken);
        await begun.Task.WaitAsync(CancellationToken);
        time.Advance(EngineFollower.ListTimeout);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => call);
        Assert.Equal("it did not answer within 30 s", failure.Message);
    }

    [Fact]
    public async Task ListContainers_WhenNobodyAcceptsTheConnection_EndsAfterTwoSeconds()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        // The kernel accepts one connection in the name of the listener, and lets the next ones wait.
        using var first = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await first.ConnectAsync(listener.LocalEndPoint!, CancellationToken);
        var time = new FakeTimeProvider();
        using var engine = new DockerEngine(DockerAddress.Parse($"tcp://{listener.LocalEndPoint}"), time);

        var call = engine.ListAsync(CancellationToken);
        await Wait.UntilAsync(
            () =>
            {
                time.Advance(TimeSpan.FromMilliseconds(20));
                return call.IsCompleted;
            },
            "the call is given up",
            CancellationToken);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => call);
        Assert.Equal("it did not accept the connection within 2 s", failure.Message);
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
        using var engine = new DockerEngine(Parse(scripted.Uri), TimeProvider.System);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);

        var call = engine.ListAsync(cancellation.Token);
        await asked.Task.WaitAsync(CancellationToken);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task ListContainers_WithoutASocket_SaysSo()
    {
        using var folder = new TemporaryFolder();
        using var engine = new DockerEngine(
            DockerAddress.Parse($"unix://{folder.Combine("docker.sock")}"), TimeProvider.System);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => engine.ListAsync(CancellationToken));

        Assert.StartsWith("the socket does not exist", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListContainers_WhereTheSocketIsAFolder_SaysHowToFixIt()
    {
        using var folder = new TemporaryFolder();
        using var engine = new DockerEngine(DockerAddress.OfSocket(folder.Path), TimeProvider.System);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => engine.ListAsync(CancellationToken));

        Assert.Equal(
            "the socket's path is a folder, which Docker creates for --volume where there is no socket; " +
            "remove the folder, start the engine, and mount its socket with --mount type=bind",
            failure.Message);
    }

    [Fact]
    public async Task ListContainers_WhereTheSocketIsALinkInACircle_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Combine("docker.sock");
        File.CreateSymbolicLink(path, path);
        using var engine = new DockerEngine(DockerAddress.OfSocket(path), TimeProvider.System);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => engine.ListAsync(CancellationToken));

        Assert.StartsWith(
            "the socket's path is a link that leads nowhere, or in a circle", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListContainers_WhereThePathIsTooLong_SaysSo()
    {
        using var engine = new DockerEngine(DockerAddress.OfSocket($"/{new string('x', 200)}"), TimeProvider.System);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => engine.ListAsync(CancellationToken));

        Assert.Equal("the socket's path is longer than a unix socket's may be", failure.Message);
    }

    [Theory]
    [InlineData("a%20b #?c.sock")]
    [InlineData(@"back\slash.sock")]
    public async Task ListContainers_OnASocketWithAnUnusualName_AsksThere(string name)
    {
        await using var scripted = await ScriptedEngine.StartAsync("[]");
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.Combine(name), scripted.SocketPath);
        using var engine = new DockerEngine(
            DockerAddress.Parse($"unix://{folder.Path}/../{Path.GetFileName(folder.Path)}/{name}"), TimeProvider.System);

        Assert.Empty((await engine.ListAsync(CancellationToken)).Containers);
    }

    [Fact]
    public async Task ListContainers_OnASocketThatNobodyListensOn_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Combine("docker.sock");
        using var bound = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        bound.Bind(new UnixDomainSocketEndPoint(path));
        using var engine = new DockerEngine(DockerAddress.Parse($"unix://{path}"), TimeProvider.System);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => engine.ListAsync(CancellationToken));

        Assert.StartsWith("nothing listens there", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListContainers_WhereTooManyConnectionsWait_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Combine("docker.sock");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(0);
        using var first = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await first.ConnectAsync(new UnixDomainSocketEndPoint(path), CancellationToken);
        using var engine = new DockerEngine(DockerAddress.Parse($"unix://{path}"), TimeProvider.System);

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => engine.ListAsync(CancellationToken));

        Assert.Equal(
            "too many connections wait there to be accepted; see whether Docker is overloaded or frozen", failure.Message);
    }

    [Fact]
    public async Task ListContainers_OfAConnectionThatIsReset_SaysSo()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        using var engine = new DockerEngine(DockerAddress.Parse($"tcp://{listener.LocalEndPoint}"), TimeProvider.System);

        var call = engine.ListAsync(CancellationToken);
        using (var connection = await listener.AcceptAsync(CancellationToken))
        {
            connection.LingerState = new LingerOption(enable: true, seconds: 0);
            await connection.ReceiveAsync(new byte[1], CancellationToken);
        }

        var failure = await Assert.ThrowsAnyAsync<EngineUnavailableException>(() => call);
        Assert.Equal(
            "the connection broke off; see whether Docker was restarted, and its log if it was not", failure.Message);
    }

    private static DockerAddress Parse(Uri uri) => DockerAddress.Parse(uri.ToString());

    private static async Task<IAsyncEnumerator<ImmutableArray<ContainerEvent>>> SubscribeAsync(DockerEngine engine)
    {
        var events = engine.Watch(CancellationToken).GetAsyncEnumerator(CancellationToken);
        Assert.True(await events.MoveNextAsync());
        Assert.Empty(events.Current);
        return events;
    }

    /// <summary>The next events; none at the end.</summary>
    private static async Task<ImmutableArray<ContainerEvent>> ReadAsync(
        IAsyncEnumerator<ImmutableArray<ContainerEvent>> events) =>
        await events.MoveNextAsync() ? events.Current : [];

    private static async Task WriteForeverAsync(HttpContext context, string begin, string endless)
    {
        await context.Response.WriteAsync(begin);
        endless = endless.Replace("LARGE", new string('x', 1 << 15), StringComparison.Ordinal);
        var block = string.Concat(Enumerable.Repeat(endless, (1 << 16) / endless.Length));
        try
        {
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.WriteAsync(block, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
