using System.Text;
using VolumeCount.Scope.Contract;
using VolumeCount.Scope.Contract.Findings;

namespace VolumeCount.Tests.Unit.Contract;

public sealed class PluginCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string SocketPath => _folder.Combine("test.sock");

    [Fact]
    public void Rules_HaveANameAndARemedyEach()
    {
        var rules = PluginCheck.Rules;

        Assert.Equal(Enum.GetValues<ContractRule>(), rules.Select(rule => rule.Rule));
        Assert.Equal(rules.Length, rules.Select(rule => rule.Name).Distinct().Count());
        Assert.All(rules, rule => Assert.Matches("^[a-z]+( [a-z]+)*$", rule.Name));
        Assert.All(rules, rule => Assert.Matches("^[A-Z].{10,}[^.]$", rule.Remedy));
    }

    [Fact]
    public async Task Check_OfAGoodPlugin_PassesAndSaysWhatItCouldNotCheck()
    {
        await using var plugin = RawPlugin.Start(SocketPath, Reports.WithNode(""));

        var report = await CheckAsync();

        Assert.True(report.HasPassed);
        Assert.Equal("ok", report.Status);
        Assert.Equal(CheckOutcome.NotChecked, report.Results[^1].Outcome);
        Assert.All(
            report.Results.SkipLast(1),
            result => Assert.Equal((CheckOutcome.Passed, null), (result.Outcome, result.Remedy)));
        Assert.Equal(Enum.GetValues<ContractRule>().Length + 1, report.Results.Count);
        Assert.Equal(["1 nodes"], Result(report, "nodes").Details);
        Assert.Equal(["two requests on one connection"], Result(report, "kept alive").Details);
    }

    [Fact]
    public async Task Check_OfAPluginInError_EndsThere()
    {
        await using var plugin = RawPlugin.Start(SocketPath, Reports.With(id: "other"));

        var report = await CheckAsync();

        Assert.False(report.HasPassed);
        Assert.Equal("error: plugin must not change its id (is \"other\", should be \"test\")", report.Status);
        var failure = Result(report, "plugin");
        Assert.Equal(CheckOutcome.Failed, failure.Outcome);
        Assert.NotNull(failure.Remedy);
        Assert.Equal(CheckOutcome.Passed, Result(report, "types").Outcome);
        Assert.Equal(CheckOutcome.NotReached, Result(report, "registration").Outcome);
        Assert.Equal(CheckOutcome.NotReached, Result(report, "kept alive").Outcome);
        Assert.Single(plugin.Requests);
    }

    [Fact]
    public async Task Check_OfAPluginWithDefects_FailsEachAndReachesTheEnd()
    {
        await using var plugin = RawPlugin.Start(
            SocketPath, Reports.WithNode("\"topology\":\"host\",\"sets\":{\"s\":[\"b\",\"a\"]},\"x\":1"));

        var report = await CheckAsync();

        Assert.False(report.HasPassed);
        Assert.Equal("ok", report.Status);
        Assert.Equal(
            ["fields", "nodes", "sets"],
            report.Results.Where(result => result.Outcome == CheckOutcome.Failed).Select(result => result.Name));
        Assert.Equal(CheckOutcome.Passed, Result(report, "kept alive").Outcome);
    }

    [Fact]
    public async Task Check_OfAPluginThatAnswersOnce_FailsTheSecondRequest()
    {
        var good = RawPlugin.Http(Encoding.UTF8.GetBytes(Reports.With()));
        var answers = new Queue<byte[]>([good, RawPlugin.Http([], "500 Oh")]);
        await using var plugin = RawPlugin.Start(SocketPath, async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(answers.Dequeue(), cancellationToken);
            return true;
        });

        var report = await CheckAsync();

        Assert.Equal("error: plugin returned non-200 status code: 500 Oh", report.Status);
        Assert.Equal(CheckOutcome.Failed, Result(report, "kept alive").Outcome);
        Assert.Equal(["the plugin answered with status 500"], Result(report, "kept alive").Details);
    }

    [Fact]
    public async Task Check_OfAPluginThatClosesTheConnection_SaysSo()
    {
        await using var plugin = RawPlugin.Start(
            SocketPath, RawPlugin.Http(Encoding.UTF8.GetBytes(Reports.With()), headers: "Connection: close\r\n"));

        Assert.Equal(
            ["the plugin closed the connection, and took a new one"], Result(await CheckAsync(), "kept alive").Details);
    }

    [Fact]
    public async Task Path_OfASocketWithAPluginsName_IsRight()
    {
        await using var plugin = RawPlugin.Start(SocketPath, "");

        Assert.Null(PluginCheck.ValidateSocket(SocketPath));
    }

    [Fact]
    public async Task Path_OfASocketWithAnotherName_IsWrong()
    {
        var path = _folder.Combine("te_st.sock");
        await using var plugin = RawPlugin.Start(path, "");

        Assert.StartsWith(
            "Scope does not take 'te_st' for a plugin's id. ", PluginCheck.ValidateSocket(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Path_OfAnythingElse_IsWrong()
    {
        File.WriteAllText(SocketPath, "");

        Assert.Equal("is not a socket", PluginCheck.ValidateSocket(SocketPath));
        Assert.Equal("is not a socket", PluginCheck.ValidateSocket(_folder.Path));
        Assert.Equal("no such file or directory", PluginCheck.ValidateSocket(_folder.Combine("nothing")));
        Assert.Equal("Not a directory", PluginCheck.ValidateSocket(SocketPath + "/x"));
    }

    [Fact]
    public void Table_HasALineForEachCheck_AndNothingThatATerminalObeys()
    {
        var output = new StringWriter { NewLine = "\n" };
        var report = new PluginCheckReport(
            [
                new CheckResult("first", CheckOutcome.Passed, ["1 ms"], null),
                new CheckResult("second", CheckOutcome.Passed, [], null),
                new CheckResult("the third", CheckOutcome.Failed, ["one", "two"], "Mend it"),
                new CheckResult("fourth", CheckOutcome.NotReached, [], null),
                new CheckResult("fifth", CheckOutcome.NotChecked, ["for want of time"], null),
            ],
            "error: \u001b[31mred");

        CheckTable.Write(report, output);

        Assert.Equal(
            """
            passed       first      1 ms
            passed       second
            FAILED       the third  one
                                    two
                                    → Mend it.
            not reached  fourth
            not checked  fifth      for want of time

            Scope would show: error: �[31mred
            2 passed, 1 FAILED, 1 not reached, 1 not checked

            """,
            output.ToString());
    }

    [Fact]
    public void Finding_InALine_HasNothingThatATerminalObeys() =>
        Assert.Equal("$.a: it's �[2Jgone", new Finding(ContractRule.Types, "$.a", "it's \u009b[2Jgone").ToString());

    public void Dispose() => _folder.Dispose();

    private static CheckResult Result(PluginCheckReport report, string name) =>
        report.Results.Single(result => result.Name == name);

    private Task<PluginCheckReport> CheckAsync() =>
        PluginCheck.RunAsync(SocketPath, TimeProvider.System, TestContext.Current.CancellationToken);
}
