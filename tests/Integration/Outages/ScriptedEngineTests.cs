using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.SocketLife;

namespace VolumeCount.Tests.Integration.Outages;

/// <summary>What the report says while an engine misbehaves in every way, and when it behaves again.</summary>
[Collection(nameof(TimedTests))]
public sealed class ScriptedEngineTests : IAsyncDisposable
{
    /// <summary>How soon a request must be answered, whatever Docker does: when the probe gives up.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(500);

    /// <summary>How old the timestamps of a report may be that is current; they are written in whole seconds.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(2);

    private readonly TemporaryFolder _plugins = new();
    private ScriptedEngine? _docker;

    private ScriptedEngine Docker => _docker!;

    private int ListsOfAll => Docker.Requests.Count(request => request == "GET /containers/json?all=1");

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public static TheoryData<string> Faults =>
    [
        "500", "404", "401", "redirect", "HTML", "truncated JSON", "wrong types", "100 MB of garbage", "an endless line",
        "an endless string", "null", "connection cut",
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Report_WhileEveryAnswerIsWrong_KeepsTheLastCountsAndIsRightAfterwards(string fault)
    {
        await using var plugin = await StartAsync("--reconcile-interval", "1", "--window", "60");
        var first = Docker.Create(mounts: 2);
        await CountsAreThoseOfTheEngineAsync(plugin);
        var memory = plugin.Kilobytes("VmRSS");

        Docker.Fault = context => AnswerWronglyAsync(context, fault);
        Docker.CutEvents();
        await plugin.WaitForLogAsync("Docker is not available");
        var requests = Docker.Requests.Count;
        await Wait.UntilAsync(
            () => Docker.Requests.Count >= requests + 5, "the engine is asked five times", CancellationToken);
        Assert.Equal("2", Assert.Single(await AskAtOnceAsync(plugin), count => count.Key == first).Value);
        Assert.InRange(plugin.Kilobytes("VmRSS") - memory, long.MinValue, 40_000);

        Docker.Fault = null;
        Docker.Create(mounts: 1);
        await CountsAreThoseOfTheEngineAsync(plugin);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Report_WhileListsAloneAreWrong_KeepsWhatTheEventsTellAndIsRightAfterwards(string fault)
    {
        await using var plugin = await StartAsync("--reconcile-interval", "1", "--window", "0");
        var first = Docker.Create(mounts: 2);
        var second = Docker.Create();
        await CountsAreThoseOfTheEngineAsync(plugin);

        Docker.ListFault = context => AnswerWronglyAsync(context, fault);
        Docker.Remove(second);
        var requests = Docker.Requests.Count;
        await Wait.UntilAsync(
            () => Docker.Requests.Count >= requests + 3, "the engine is asked three times", CancellationToken);
        Assert.Equal([first], (await AskAtOnceAsync(plugin)).Keys);

        Docker.ListFault = null;
        Docker.Create(mounts: 1);
        await CountsAreThoseOfTheEngineAsync(plugin);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Report_WhileListsOfSomeAloneAreWrong_HasANewContainerFromAListOfAll(string fault)
    {
        await using var plugin = await StartAsync("--window", "0");
        Docker.FilteredListFault = context => AnswerWronglyAsync(context, fault);

        Docker.Create(mounts: 3);

        await CountsAreThoseOfTheEngineAsync(plugin);
        // The first list, one more where the event stream was slow to begin, and the one that made up for the list of some.
        Assert.InRange(ListsOfAll, 2, 3);
        Assert.DoesNotContain(plugin.Log, line => line.Contains("not available", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"Id":"ID","Names":null,"Mounts":null}""", 0)]
    [InlineData(
        """
        {"Id":"ID","Created":"yesterday","Labels":[1],"Unheard":[{"of":1}],
        "Mounts":[{"Type":"volume","New":true,"Propagation":{}},{}]}
        """,
        2)]
    public async Task Report_OfAListOfSomeThatIsUnusual_IsRight(string container, int mounts)
    {
        await using var plugin = await StartAsync();
        var id = Containers.RandomId();
        Docker.FilteredListFault = ScriptedEngine.Answer($"[{container.Replace("ID", id, StringComparison.Ordinal)}]");

        Docker.Create(mounts, id);

        await CountsAreThoseOfTheEngineAsync(plugin);
        Assert.InRange(ListsOfAll, 1, 2);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("404")]
    [InlineData("401")]
    [InlineData("redirect")]
    [InlineData("HTML")]
    [InlineData("connection cut")]
    public async Task Report_WhileTheEventStreamAloneIsWrong_KeepsTheLastCountsAndIsRightAfterwards(string fault)
    {
        await using var plugin = await StartAsync("--window", "60");
        var first = Docker.Create(mounts: 2);
        await CountsAreThoseOfTheEngineAsync(plugin);

        Docker.EventsFault = context => AnswerWronglyAsync(context, fault);
        Docker.CutEvents();
        await Wait.UntilAsync(
            () => Docker.Requests.Count(request => request.StartsWith("GET /events", StringComparison.Ordinal)) >= 4,
            "the engine is asked for its events three times more",
            CancellationToken);
        Assert.Equal("2", (await AskAtOnceAsync(plugin))[first]);

        Docker.EventsFault = null;
        Docker.Remove(first);
        Docker.Create(mounts: 1);
        await CountsAreThoseOfTheEngineAsync(plugin);
    }

    [Theory]
    [InlineData("""{"Id":"ID","Names":null,"Mounts":null}""", "0")]
    [InlineData("""{"Id":"ID","Labels":{"a":"b"},"Unheard":[{"of":1}],"Mounts":[{"Type":"volume","New":true}]}""", "1")]
    [InlineData(
        """{"Id":"ID","Names":["/a\u0000\"<b>\\é☃"],"Mounts":[{"Destination":"/ \u2028\\\"☃","Name":"\ud83d\ude00"},{}]}""",
        "2")]
    public async Task Report_OfAnAnswerThatIsUnusual_IsRight(string container, string count)
    {
        _docker = await ScriptedEngine.StartWithContainersAsync($"[{container}]");
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path, "--docker-host", Docker.Uri.ToString());
        await plugin.WaitForLogAsync("Connected to ");

        Assert.Equal(new Dictionary<string, string> { ["ID"] = count }, await AskAtOnceAsync(plugin));
    }

    [Fact]
    public async Task Report_WhileOnlyTheListOfAllHangs_HasNewContainersByListsOfSomeAndOneLogLine()
    {
        await using var plugin = await StartAsync("--reconcile-interval", "1", "--window", "0");
        Docker.Create(mounts: 2);
        await CountsAreThoseOfTheEngineAsync(plugin);
        Docker.UnfilteredListFault = ScriptedEngine.NeverAnswerAsync;
        var lists = ListsOfAll;
        await Wait.UntilAsync(() => ListsOfAll > lists, "a list of all hangs", CancellationToken);

        var gone = Docker.Create(mounts: 1);
        await CountsAreThoseOfTheEngineAsync(plugin);
        Docker.Remove(gone);
        await CountsAreThoseOfTheEngineAsync(plugin);
        await Wait.UntilAsync(
            () => plugin.Log.Any(line => line.Contains(
                "Docker emits events, but listing containers fails: it did not answer within 30 s.",
                StringComparison.Ordinal)),
            "the plugin logs that the list of all fails",
            CancellationToken,
            TimeSpan.FromSeconds(60));
        Docker.Create(mounts: 3);
        await CountsAreThoseOfTheEngineAsync(plugin);

        Docker.UnfilteredListFault = null;
        await Wait.UntilAsync(
            () => plugin.Log.Any(line => line.Contains("Docker lists its containers again", StringComparison.Ordinal)),
            "the plugin logs that the list of all works",
            CancellationToken,
            TimeSpan.FromSeconds(60));
        await CountsAreThoseOfTheEngineAsync(plugin);
        Assert.Single(plugin.Log, line => line.Contains("listing containers fails", StringComparison.Ordinal));
        Assert.DoesNotContain(plugin.Log, line => line.Contains("not available", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_WhileTheEngineWithholdsTheHeadOfItsEvents_HasTheCountsAtOnceAndThenByPolling()
    {
        _docker = await ScriptedEngine.StartWithContainersAsync("""[{"Id":"a","Mounts":[{}]}]""");
        Docker.EventsFault = ScriptedEngine.NeverAnswerAsync;
        await using var plugin = await PluginProcess.StartAsync(
            _plugins.Path, "--docker-host", Docker.Uri.ToString(), "--window", "0", "--poll-interval", "1");

        await CountsAreThoseOfTheEngineAsync(plugin);
        Docker.Remove(Docker.Create(mounts: 1));
        Docker.Create(mounts: 2);
        await CountsAreThoseOfTheEngineAsync(plugin);
        await plugin.WaitForLogAsync("Docker emits no events: it has not answered the subscription yet.");
    }

    [Fact]
    public async Task Report_WhileEachEventStreamEndsAtOnce_IsRightByPollingAndLaterByEvents()
    {
        _docker = await ScriptedEngine.StartWithContainersAsync("[]");
        Docker.EventsFault = _ => Task.CompletedTask;
        await using var plugin = await PluginProcess.StartAsync(
            _plugins.Path, "--docker-host", Docker.Uri.ToString(), "--window", "0", "--poll-interval", "1");
        await plugin.WaitForLogAsync(
            "Docker emits no events: it ended the event stream. The containers are listed every 1 s until it does");

        for (var i = 0; i < 5; i++)
        {
            var gone = Docker.Create(mounts: 1);
            Docker.Create(mounts: 2);
            await CountsAreThoseOfTheEngineAsync(plugin);
            Docker.Remove(gone);
            await CountsAreThoseOfTheEngineAsync(plugin);
        }

        Assert.Single(Docker.Requests, request => request == "GET /version");
        Docker.EventsFault = null;
        await plugin.WaitForLogAsync("Docker emits events again");
        Docker.Create(mounts: 4);
        await CountsAreThoseOfTheEngineAsync(plugin);
        Assert.Contains(Docker.Requests, request => request.Contains("filters=%7B%22id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_WhileEventsAndListsHaveLargeLabels_StaysRight()
    {
        await using var plugin = await StartAsync("--window", "0");
        var label = new string('x', 223_000);
        var large = Docker.Create(mounts: 1);
        for (var i = 0; i < 20; i++)
        {
            Docker.Write(
                """{"Type":"container","Action":"health_status: healthy","Actor":"""
                + $$$"""{"ID":"{{{large}}}","Attributes":{"a":"{{{label}}}","b":"{{{label}}}" } } }""" + "\n");
        }

        Docker.Create(mounts: 2);

        await CountsAreThoseOfTheEngineAsync(plugin);
        Assert.Single(Docker.Requests, request => request.StartsWith("GET /events", StringComparison.Ordinal));
        Assert.DoesNotContain(plugin.Log, line => line.Contains("warn:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_OfAListWithOneEntryThatIsNotValid_HasTheOthersAndOneLogLine()
    {
        _docker = await ScriptedEngine.StartWithContainersAsync("""[{"Id":"a","Mounts":[{}]}]""");
        Docker.UnfilteredListFault = ScriptedEngine.Answer(
            """[{"Id":null,"Names":["/\u001bweb"]},{"Id":"a","Mounts":[{}]}]""");
        await using var plugin = await PluginProcess.StartAsync(
            _plugins.Path, "--docker-host", Docker.Uri.ToString(), "--reconcile-interval", "1");

        await CountsAreThoseOfTheEngineAsync(plugin);
        var lists = ListsOfAll;
        await Wait.UntilAsync(() => ListsOfAll >= lists + 2, "two more lists", CancellationToken);
        Assert.Contains(
            "lists container /\uFFFDweb in a form that is not valid: it has no id. It is left out",
            Assert.Single(plugin.Log, line => line.Contains("not valid", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfTwoMountsWithOneDestination_CountsBothAndHasNoKeyTwice()
    {
        _docker = await ScriptedEngine.StartWithContainersAsync(
            """
            [{"Id":"a","Mounts":[
                {"Type":"image","Destination":"/i"},{"Type":"bind","Destination":"/i"},{"Destination":"/d"}]}]
            """);
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path, "--docker-host", Docker.Uri.ToString());
        await CountsAreThoseOfTheEngineAsync(plugin);

        var check = await PluginProcess.RunAsync("check", plugin.SocketPath);

        Assert.Equal(0, check.ExitCode);
    }

    [Fact]
    public async Task Report_OfIdsThatShareAPrefixOrAreOfAnotherForm_TellsThemApart()
    {
        await using var plugin = await StartAsync();
        var prefix = new string('a', 60);
        string[] ids =
        [
            prefix, $"{prefix}0000", $"{prefix}0001", "web.1", "web1", "WEB1", "urn:engine/7?x=[1]&y=%20", "\"quoted\"", "☃",
        ];
        foreach (var id in ids)
            Docker.Create(mounts: 1, id.Replace("\"", "'", StringComparison.Ordinal));
        await CountsAreThoseOfTheEngineAsync(plugin);

        Docker.Remove($"{prefix}0001");
        Docker.Remove("web.1");
        await CountsAreThoseOfTheEngineAsync(plugin);
    }

    [Fact]
    public async Task Report_WhenTheSocketMustNotBeUsed_HasTheCountsOnceTheRightsAreGranted()
    {
        using var program = await ProgramCopy.CreateAsync();
        _docker = await ScriptedEngine.StartWithContainersAsync("""[{"Id":"a"}]""");
        const UnixFileMode Everybody =
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        File.SetUnixFileMode(Path.GetDirectoryName(Docker.SocketPath)!, UnixFileMode.UserRead | UnixFileMode.UserWrite |
            UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        File.SetUnixFileMode(Docker.SocketPath, UnixFileMode.None);
        await using var plugin = await PluginProcess.StartWithoutPrivilegeAsync(
            program, _plugins.Path, "--docker-host", Docker.Uri.ToString());

        await plugin.WaitForLogAsync(
            "permission denied; run as root, or as a member of the group that owns the socket (usually 'docker'). "
            + "The plugin stays registered");
        Assert.Empty(await AskAtOnceAsync(plugin));
        File.SetUnixFileMode(Docker.SocketPath, Everybody);

        await CountsAreThoseOfTheEngineAsync(plugin);
    }

    [Fact]
    public async Task Report_WhenTheSocketAppearsAndMustNotBeUsed_SaysWhatHelpsAndThenHasTheCounts()
    {
        using var program = await ProgramCopy.CreateAsync();
        _docker = await ScriptedEngine.StartWithContainersAsync("""[{"Id":"a"}]""");
        var folder = Path.GetDirectoryName(Docker.SocketPath)!;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute);
        await Docker.StopAsync();
        await using var plugin = await PluginProcess.StartWithoutPrivilegeAsync(
            program, _plugins.Path, "--docker-host", Docker.Uri.ToString());
        await plugin.WaitForLogAsync("the socket does not exist");

        await Docker.ListenAsync();
        File.SetUnixFileMode(Docker.SocketPath, UnixFileMode.None);

        await plugin.WaitForLogAsync(
            "permission denied; run as root, or as a member of the group that owns the socket (usually 'docker'). "
            + "The plugin keeps trying");
        File.SetUnixFileMode(
            Docker.SocketPath,
            UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await CountsAreThoseOfTheEngineAsync(plugin);
    }

    [Fact]
    public async Task Report_WhenEveryCallBeginsToTakeTenSeconds_StaysCurrentAndHasWhatIsNewInTwenty()
    {
        await using var plugin = await StartAsync("--window", "0");
        var known = Docker.Create(mounts: 2);
        await CountsAreThoseOfTheEngineAsync(plugin);

        Docker.Delay = TimeSpan.FromSeconds(10);
        var added = Docker.Create(mounts: 1);
        await IsCurrentUntilAsync(plugin, known, counts => counts.ContainsKey(added), TimeSpan.FromSeconds(20));

        await CountsAreThoseOfTheEngineAsync(plugin);
        Assert.DoesNotContain(plugin.Log, line => line.Contains("not available", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_WhenNothingIsAnsweredAnyMore_StaysCurrentUntilTheEngineIsTakenForGoneAndIsRightWhenItRecovers()
    {
        await using var plugin = await StartAsync("--window", "1");
        var known = Docker.Create(mounts: 2);
        await CountsAreThoseOfTheEngineAsync(plugin);

        Docker.Fault = ScriptedEngine.NeverAnswerAsync;
        Docker.Create(mounts: 1);
        await IsCurrentUntilAsync(
            plugin,
            known,
            _ => plugin.Log.Any(line => line.Contains("it did not answer within 30 s", StringComparison.Ordinal)),
            TimeSpan.FromSeconds(60));
        await Wait.UntilAsync(
            async () => (await AskAtOnceAsync(plugin)).Count == 0, () => "the window is over", CancellationToken);

        Docker.Fault = null;
        await Docker.StopAsync();
        await Docker.ListenAsync();
        await CountsAreThoseOfTheEngineAsync(plugin);
    }

    [Fact]
    [Trait(TestForm.Name, TestForm.Any)]
    public async Task Report_WhenTheEngineNeverAnswers_RegistersThePluginAndIsRightWhenItRecovers()
    {
        _docker = await ScriptedEngine.StartAsync(ScriptedEngine.NeverAnswerAsync);
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path, "--docker-host", Docker.Uri.ToString());
        await Wait.UntilAsync(() => Docker.Requests.Count > 0, "the engine is asked", CancellationToken);
        Assert.Empty(await AskAtOnceAsync(plugin));

        Docker.Fault = null;
        Docker.Create(mounts: 3);
        await Docker.StopAsync();
        await Docker.ListenAsync();

        await CountsAreThoseOfTheEngineAsync(plugin, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Report_WhenEveryCallTakesTenSeconds_IsRightInTheEnd()
    {
        _docker = await ScriptedEngine.StartWithContainersAsync("""[{"Id":"a","Mounts":[]},{"Id":"b","Mounts":[]}]""");
        Docker.Delay = TimeSpan.FromSeconds(10);
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path, "--docker-host", Docker.Uri.ToString());

        Assert.Empty(await AskAtOnceAsync(plugin));
        await CountsAreThoseOfTheEngineAsync(plugin, TimeSpan.FromSeconds(40));
    }

    [Fact]
    [Trait(TestForm.Name, TestForm.Any)]
    public async Task Report_WhenTheEventStreamBreaksOffInAnEvent_StaysRight()
    {
        await using var plugin = await StartAsync();
        Docker.Create(mounts: 1);
        await CountsAreThoseOfTheEngineAsync(plugin);

        foreach (var last in new[] { "{\"Type\":\"container\",\"Act", "nonsense\n", "{\"Type\":7}\n", "" })
        {
            Docker.Write(last);
            Docker.CutEvents();
            Docker.Create(mounts: 2, silently: true);
            await CountsAreThoseOfTheEngineAsync(plugin);
        }
    }

    [Fact]
    public async Task Report_WhenEventsComeTwiceOutOfOrderAndAboutOthers_StaysRight()
    {
        await using var plugin = await StartAsync();
        var id = Docker.Create(mounts: 1);
        var gone = Containers.RandomId();
        Docker.Tell("create", id);
        Docker.Tell("destroy", Containers.RandomId());
        Docker.Tell("destroy", gone);
        Docker.Tell("create", gone);
        Docker.Tell("no such word", id);
        Docker.Tell("destroy", id, "network");
        Docker.Tell("delete", id, "image");
        Docker.Write("{\"Type\":\"container\",\"Action\":\"create\",\"Actor\":null}\n{}\n\n\r\n");

        await CountsAreThoseOfTheEngineAsync(plugin);
        Docker.Create(mounts: 2);
        await CountsAreThoseOfTheEngineAsync(plugin);
        Assert.DoesNotContain(plugin.Log, line => line.Contains("not available", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_OfAContainerThatGoesBeforeTheEngineHasSubscribed_IsRightWithinTwoSeconds()
    {
        var subscribed = new TaskCompletionSource();
        _docker = await ScriptedEngine.StartWithContainersAsync("[]");
        Docker.Subscribing = subscribed.Task;
        var gone = Docker.Create(mounts: 1);
        Docker.Create(mounts: 2);
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path, "--docker-host", Docker.Uri.ToString());
        await plugin.WaitForLogAsync("containers known: 2");

        Docker.Remove(gone);
        Docker.Create(mounts: 3);
        subscribed.SetResult();

        await CountsAreThoseOfTheEngineAsync(plugin, TimeSpan.FromSeconds(2));
        Assert.InRange(
            Docker.Requests.Count(request => request.Contains("filters=%7B%22id", StringComparison.Ordinal)), 1, 2);
    }

    [Fact]
    [Trait(TestForm.Name, TestForm.Any)]
    public async Task Report_WhileTenThousandEventsComeInASecond_IsAnsweredAtOnceAndRight()
    {
        await using var plugin = await StartAsync();
        var stays = Docker.Create(mounts: 1);
        await CountsAreThoseOfTheEngineAsync(plugin);

        for (var i = 0; i < 5_000; i++)
        {
            var id = Docker.Create();
            if (i % 5 != 0)
                Docker.Remove(id);
            else
                Docker.Tell("exec_start: sh", stays);
            if (i % 500 == 0)
                await AskAtOnceAsync(plugin);
        }

        await CountsAreThoseOfTheEngineAsync(plugin);
        Assert.Equal(1001, Docker.Ids.Count);
        Assert.InRange(Docker.Requests.Count, 3, 100);
    }

    [Fact]
    [Trait(TestForm.Name, TestForm.Any)]
    public async Task Report_OfTenThousandContainersWithAHundredCreationsAndRemovalsASecond_IsAnsweredAtOnceAndRight()
    {
        var containers = string.Join(',', Enumerable.Range(0, 10_000).Select(i =>
            $$"""
            {"Id":"{{i:x64}}","Mounts":[{"Type":"volume","Name":"v{{i}}","Destination":"/data","Driver":"local","RW":true}]}
            """));
        _docker = await ScriptedEngine.StartWithContainersAsync($"[{containers}]");
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path, "--docker-host", Docker.Uri.ToString());
        await plugin.WaitForLogAsync("containers known: 10000");

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var i = 0; i < 1000; i++)
        {
            await timer.WaitForNextTickAsync(CancellationToken);
            Docker.Create(mounts: 1);
            Docker.Remove(i.ToString("x64"));
            if (i % 20 == 0)
                await AskAtOnceAsync(plugin, parse: false);
        }

        await CountsAreThoseOfTheEngineAsync(plugin);
        Assert.Equal(10_000, Docker.Ids.Count);
        Assert.InRange(Docker.Requests.Count, 4, 150);
    }

    public async ValueTask DisposeAsync()
    {
        if (_docker is not null)
            await _docker.DisposeAsync();
        _plugins.Dispose();
    }

    private static async Task AnswerWronglyAsync(HttpContext context, string fault)
    {
        var answer = fault switch
        {
            "500" or "404" or "401" => ScriptedEngine.Answer("""{"message":"no"}""", int.Parse(fault, provider: null)),
            "redirect" => Redirect,
            "HTML" => ScriptedEngine.Answer("<html><body>It works!</body></html>"),
            "truncated JSON" => ScriptedEngine.Answer("""[{"Id":"a","Mounts":[{"Ty"""),
            "wrong types" => ScriptedEngine.Answer("""[{"Id":7,"Names":"x","Mounts":{"a":1}}]"""),
            "null" => ScriptedEngine.Answer("null"),
            "100 MB of garbage" => Endless("\u0001\u0002garbage\u0003", 100_000_000),
            "an endless line" => Endless("x", long.MaxValue),
            "an endless string" => Endless("x", long.MaxValue, """[{"Id":" """),
            "connection cut" => Cut,
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };
        await answer(context);

        static Task Redirect(HttpContext context)
        {
            context.Response.Redirect("http://127.0.0.1:1/");
            return Task.CompletedTask;
        }

        static Task Cut(HttpContext context)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        static RequestDelegate Endless(string text, long length, string begin = "") => async context =>
        {
            var block = string.Concat(Enumerable.Repeat(text, (1 << 16) / text.Length));
            await context.Response.WriteAsync(begin);
            for (var sent = 0L; sent < length && !context.RequestAborted.IsCancellationRequested; sent += block.Length)
                await context.Response.WriteAsync(block, CancellationToken.None);
        };
    }

    /// <summary>Asks for the report, which has to be there in time, and returns the counts.</summary>
    private static async Task<Dictionary<string, string>> AskAtOnceAsync(PluginProcess plugin, bool parse = true)
    {
        using var client = new PluginClient(plugin.SocketPath);
        var asked = Stopwatch.GetTimestamp();
        await client.SendAsync(PluginClient.ProbeRequest);
        var response = await client.ReceiveAsync();
        Assert.InRange(Stopwatch.GetElapsedTime(asked), TimeSpan.Zero, AtOnce);
        Assert.Equal(200, response.StatusCode);
        return parse ? await PluginClient.CountsAsync(plugin.SocketPath) : [];
    }

    /// <summary>
    /// Asks for the report until the condition is met, and has the container in each, with a timestamp of now.
    /// </summary>
    private static Task IsCurrentUntilAsync(
        PluginProcess plugin, string id, Func<Dictionary<string, (string Count, DateTimeOffset Time)>, bool> condition,
        TimeSpan deadline) =>
        Wait.UntilAsync(
            async () =>
            {
                var counts = await PluginClient.TimedCountsAsync(plugin.SocketPath);
                if (condition(counts))
                    return true;
                Assert.InRange(DateTimeOffset.UtcNow - counts[id].Time, TimeSpan.Zero, Recent);
                return false;
            },
            () => $"the condition is met; the plugin logged:\n{string.Join('\n', plugin.Log)}",
            CancellationToken,
            deadline);

    private async Task<PluginProcess> StartAsync(params string[] options)
    {
        _docker = await ScriptedEngine.StartWithContainersAsync("[]");
        var plugin = await PluginProcess.StartAsync(_plugins.Path, ["--docker-host", Docker.Uri.ToString(), .. options]);
        await plugin.WaitForLogAsync("Connected to ");
        return plugin;
    }

    private async Task CountsAreThoseOfTheEngineAsync(PluginProcess plugin, TimeSpan? deadline = null)
    {
        Dictionary<string, string> counts = [];
        await Wait.UntilAsync(
            async () =>
            {
                counts = await PluginClient.CountsAsync(plugin.SocketPath);
                var expected = Docker.MountCounts;
                return counts.Count == expected.Count && expected.All(
                    count => counts.GetValueOrDefault(count.Key) == $"{count.Value}");
            },
            () => $"the report has the counts of the engine's {Docker.Ids.Count} containers; it has {counts.Count}, "
                + $"and the plugin logged:\n{string.Join('\n', plugin.Log)}",
            CancellationToken,
            deadline);
    }
}
