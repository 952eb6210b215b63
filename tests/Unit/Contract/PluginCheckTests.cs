using System.Text;
using VolumeCount.Scope.Contract;
using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Tests.Unit.Contract;

public sealed class PluginCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string SocketPath => _folder.Combine("test.sock");

    [Fact]
    public void Rules_HaveANameAndAFixEach()
    {
        var rules = PluginCheck.Rules;

        Assert.Equal(Enum.GetValues<ContractRule>(), rules.Select(rule => rule.Rule));
        Assert.Equal(rules.Length, rules.Select(rule => rule.Name).Distinct().Count());
        Assert.All(rules, rule => Assert.Matches("^[a-z]+( [a-z]+)*$", rule.Name));
        Assert.All(rules, rule => Assert.Matches("^[A-Z].{10,}[^.]$", rule.Fix));
    }

    [Fact]
    public async Task Check_OfAGoodPlugin_PassesAndSaysWhatItCouldNotCheck()
    {
        await using var plugin = RawPlugin.Start(SocketPath, Reports.WithNode(""));

        var report = await CheckAsync();

        Assert.True(report.HasPassed);
        Assert.Equal("ok", report.Status);
        Assert.False(report.HasWarnings);
        Assert.Equal((ContractRule.Ghosts, CheckOutcome.NotChecked), (report.Results[^1].Rule, report.Results[^1].Outcome));
        Assert.All(
            report.Results.SkipLast(1),
            result => Assert.Equal((CheckOutcome.Passed, null), (result.Outcome, result.Fix)));
        Assert.Equal(Enum.GetValues<ContractRule>(), report.Results.Select(result => result.Rule));
        Assert.Equal("1 nodes", Result(report, "nodes").Note);
        Assert.Equal("two requests on one connection", Result(report, "kept alive").Note);
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
        Assert.NotNull(failure.Fix);
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
            ["nodes", "sets"],
            report.Results.Where(result => result.Outcome == CheckOutcome.Failed).Select(result => result.Name));
        Assert.Equal(CheckOutcome.Warning, Result(report, "fields").Outcome);
        Assert.Equal(
            new Finding(
                ContractRule.Sets, "$.Container.nodes['a;<container>'].sets.s",
                "is not sorted and unique: 'a' comes after 'b'"),
            Assert.Single(Result(report, "sets").Findings));
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
        Assert.Equal("the plugin answered with status 500", Assert.Single(Result(report, "kept alive").Findings).Message);
    }

    [Fact]
    public async Task Check_OfAPluginThatClosesTheConnection_SaysSo()
    {
        await using var plugin = RawPlugin.Start(
            SocketPath, RawPlugin.Http(Encoding.UTF8.GetBytes(Reports.With()), headers: "Connection: close\r\n"));

        Assert.Equal("the plugin closed the connection, and took a new one", Result(await CheckAsync(), "kept alive").Note);
    }

    [Theory]
    [InlineData("\"x\":1", ContractRule.Fields, "$.Container.nodes['a;<container>'].x")]
    [InlineData("\"latest\":{\"k\":{\"timestamp\":\"2026-11-22T21:16:30Z\",\"value\":1}}", ContractRule.Types,
        "$.Container.nodes['a;<container>'].latest.k.value")]
    public void Run_WithWhatScopeTolerates_WarnsAndPasses(string members, ContractRule rule, string path)
    {
        var report = PluginCheck.Run(Encoding.UTF8.GetBytes(Reports.WithNode(members)), "test");

        Assert.True(report.HasPassed, report.ToString());
        Assert.True(report.HasWarnings);
        var result = Assert.Single(report.Results, result => result.Outcome == CheckOutcome.Warning);
        Assert.Equal(rule, result.Rule);
        var finding = Assert.Single(result.Findings);
        Assert.Equal((true, path), (finding.IsWarning, finding.Path));
    }

    [Fact]
    public void Run_WithAReportAlone_ChecksAllButTheSocket()
    {
        var report = PluginCheck.Run(Encoding.UTF8.GetBytes(Reports.WithNode("")), "test");

        Assert.True(report.HasPassed, report.ToString());
        Assert.Equal("ok", report.Status);
        Assert.Equal(
            ["answer", "time", "status", "kept alive", "ghosts"],
            report.Results.Where(result => result.Outcome == CheckOutcome.NotChecked).Select(result => result.Name));
        Assert.DoesNotContain(report.Results, result => result.Outcome == CheckOutcome.NotReached);
    }

    [Fact]
    public void Run_WithAnotherPluginsReport_EndsThere()
    {
        var report = PluginCheck.Run(Encoding.UTF8.GetBytes(Reports.With(id: "other")), "test");

        Assert.False(report.HasPassed);
        Assert.Equal(CheckOutcome.Failed, Result(report, "plugin").Outcome);
        Assert.Equal(CheckOutcome.NotReached, Result(report, "nodes").Outcome);
    }

    [Fact]
    public void Run_WithMoreThanScopeReads_FailsTheSize()
    {
        var report = PluginCheck.Run(new byte[Limits.MaxBodyBytes + 1], "test");

        Assert.Equal(CheckOutcome.Failed, Result(report, "size").Outcome);
        Assert.Equal("error: response must be shorter than 50MB", report.Status);
    }

    [Fact]
    public async Task Run_OnAPathWithoutASocket_Throws()
    {
        var error = await Assert.ThrowsAsync<IOException>(
            () => PluginCheck.RunAsync(SocketPath, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal($"{SocketPath}: no such file or directory.", error.Message);
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
                new CheckResult(ContractRule.Time, "first", CheckOutcome.Passed, [], "1 ms"),
                new CheckResult(ContractRule.Json, "second", CheckOutcome.Passed, []),
                new CheckResult(
                    ContractRule.Types,
                    "the third",
                    CheckOutcome.Failed,
                    [new(ContractRule.Types, "$.a", "one"), new(ContractRule.Types, null, "two", IsWarning: true)],
                    Fix: "Fix it"),
                new CheckResult(
                    ContractRule.Fields,
                    "fourth",
                    CheckOutcome.Warning,
                    [new(ContractRule.Fields, "$.b", "is new", IsWarning: true)],
                    Fix: "Leave it out"),
                new CheckResult(ContractRule.Plugin, "fifth", CheckOutcome.NotReached, []),
                new CheckResult(ContractRule.Ghosts, "sixth", CheckOutcome.NotChecked, [], "unknown"),
            ],
            "error: \u001b[31mred");

        CheckTable.Write(report, output);

        Assert.Equal(
            """
            passed       first      1 ms
            passed       second
            FAILED       the third  $.a: one
                                    two (warning)
                                    → Fix it.
            warning      fourth     $.b: is new
                                    → Leave it out.
            not reached  fifth
            not checked  sixth      unknown

            Scope would show: error: �[31mred
            2 passed, 1 warning, 1 FAILED, 1 not reached, 1 not checked

            """,
            output.ToString());
        Assert.Equal(output.ToString(), report.ToString());
    }

    [Fact]
    public void Finding_InALine_HasNothingThatATerminalObeys() =>
        Assert.Equal("$.a: it's �[2Jgone", new Finding(ContractRule.Types, "$.a", "it's \u009b[2Jgone").ToString());

    public void Dispose() => _folder.Dispose();

    private static CheckResult Result(PluginCheckReport report, string name) =>
        report.Results.Single(result => result.Name == name);

    private Task<PluginCheckReport> CheckAsync() =>
        PluginCheck.RunAsync(SocketPath, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
}
