using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Engineering;

/// <summary>
/// The workflows of GitHub Actions, which only a push runs: what GitHub would refuse, and what would fail there at the first
/// run.
/// </summary>
public sealed partial class WorkflowTests : IDisposable
{
    private static readonly string[] WorkflowKeys =
        ["name", "run-name", "on", "permissions", "env", "defaults", "concurrency", "jobs"];

    private static readonly string[] JobKeys =
    [
        "name", "permissions", "needs", "if", "runs-on", "environment", "concurrency", "outputs", "env", "defaults", "steps",
        "timeout-minutes", "strategy", "continue-on-error", "container", "services",
    ];

    private static readonly string[] StepKeys =
    [
        "id", "if", "name", "uses", "run", "working-directory", "shell", "with", "env", "continue-on-error",
        "timeout-minutes",
    ];

    private static readonly string[] Events =
        ["push", "pull_request", "schedule", "workflow_dispatch", "workflow_call", "release"];

    private static readonly string[] Runners = ["ubuntu-latest", "ubuntu-24.04", "ubuntu-24.04-arm"];

    private static readonly string[] Scopes =
    [
        "actions", "attestations", "checks", "contents", "deployments", "id-token", "issues", "packages", "pages",
        "pull-requests", "security-events", "statuses",
    ];

    /// <summary>The inputs of each action, in the version that the workflows use.</summary>
    private static readonly Dictionary<string, string[]> Inputs = new()
    {
        ["actions/checkout"] =
            ["repository", "ref", "token", "persist-credentials", "path", "clean", "fetch-depth", "fetch-tags"],
        ["actions/setup-dotnet"] =
            ["dotnet-version", "dotnet-quality", "global-json-file", "cache", "cache-dependency-path", "architecture"],
        ["actions/upload-artifact"] =
            ["name", "path", "if-no-files-found", "retention-days", "compression-level", "overwrite"],
        ["actions/download-artifact"] = ["name", "artifact-ids", "path", "pattern", "merge-multiple", "github-token"],
        ["actions/attest"] =
        [
            "subject-path", "subject-digest", "subject-name", "subject-checksums", "sbom-path", "predicate-type",
            "predicate", "predicate-path", "push-to-registry", "create-storage-record", "show-summary", "github-token",
        ],
        ["anchore/scan-action"] =
        [
            "image", "path", "sbom", "fail-build", "output-format", "output-file", "severity-cutoff", "only-fixed",
            "by-cve", "grype-version", "vex", "cache-db", "config",
        ],
        ["sigstore/cosign-installer"] = ["cosign-release", "install-dir", "use-sudo"],
    };

    private static readonly string[] Functions =
    [
        "always", "cancelled", "contains", "endsWith", "failure", "format", "fromJSON", "hashFiles", "join", "startsWith",
        "success", "toJSON",
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Files => Workflow.Files;

    [Theory]
    [MemberData(nameof(Files))]
    public void Keys_AreThoseOfGitHub(string file)
    {
        var workflow = Workflow.Read(file);

        Assert.Empty(Keys(workflow.Root).Except(WorkflowKeys));
        Assert.Empty(workflow.Jobs.Values.SelectMany(Keys).Except(JobKeys));
        Assert.Empty(workflow.Jobs.Values.SelectMany(Workflow.Steps).SelectMany(Keys).Except(StepKeys));
        Assert.Empty(Keys(workflow.Root["on"]).Except(Events));
        Assert.All(Workflow.Scalars(workflow.Root["on"]!["schedule"]), static cron => Assert.Matches(Cron(), cron.Value));
        Assert.Empty(Maps(workflow, "concurrency").SelectMany(Keys).Except(["group", "cancel-in-progress"]));
        Assert.Empty(Maps(workflow, "strategy").SelectMany(Keys).Except(["matrix", "fail-fast", "max-parallel"]));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Jobs_HaveALimitOfTimeAndARunnerThatExists(string file)
    {
        foreach (var job in Workflow.Read(file).Jobs.Values)
        {
            var runner = Text(job["runs-on"]);
            var runners = runner.StartsWith("${{ matrix.", StringComparison.Ordinal)
                ? job["strategy"]!["matrix"]!["include"]!.AsArray().Select(static item => Text(item!["runner"]))
                : [runner];

            Assert.Matches(@"^\d{1,3}$", Text(job["timeout-minutes"]));
            Assert.Empty(runners.Except(Runners));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Jobs_NeedJobsAboveThem(string file)
    {
        var workflow = Workflow.Read(file);
        var names = workflow.Jobs.Keys.ToList();

        Assert.All(workflow.Jobs, job => Assert.Empty(Needs(job.Value).Except(names.TakeWhile(name => name != job.Key))));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Permissions_AreToReadUnlessAJobAsksForMore(string file)
    {
        var workflow = Workflow.Read(file);

        Assert.All(workflow.Root["permissions"]!.AsObject(), static scope => Assert.Equal("read", Text(scope.Value)));
        var scopes = Maps(workflow, "permissions").SelectMany(static permissions => permissions);
        Assert.All(scopes, static scope =>
        {
            Assert.Contains(scope.Key, Scopes);
            Assert.Matches("^(read|write|none)$", Text(scope.Value));
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Steps_RunAScriptOrAnActionWithInputsThatItHas(string file)
    {
        foreach (var job in Workflow.Read(file).Jobs.Values)
        {
            var steps = Workflow.Steps(job).ToList();
            var ids = steps.Where(static step => step.ContainsKey("id")).Select(static step => Text(step["id"])).ToList();

            Assert.Equal(ids.Distinct(), ids);
            Assert.All(steps, static step =>
            {
                Assert.True(step.ContainsKey("run") != step.ContainsKey("uses"), step.ToJsonString());
                if (step.ContainsKey("uses"))
                    Assert.Empty(Keys(step["with"]).Except(Inputs[Text(step["uses"]).Split('@')[0]]));
                else
                    Assert.False(step.ContainsKey("with"), step.ToJsonString());
            });
        }
    }

    [Fact]
    public void Actions_ArePinnedToOneCommitEach()
    {
        var lines = Workflow.Files.SelectMany(static file => Workflow.Read(file.Data).Text.Split('\n'))
            .Where(static line => UsesAction().IsMatch(line) && !line.Contains(": *", StringComparison.Ordinal))
            .Select(static line => Pinned().Match(line) is { Success: true } match
                ? (Action: match.Groups["action"].Value, Version: match.Value)
                : throw new FormatException($"Not pinned to a commit, with its version as a comment: {line}"))
            .Distinct()
            .ToList();

        Assert.Equal(Inputs.Keys.Order(), lines.Select(static line => line.Action).Order());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Expressions_AreOfWhatIsDefined(string file)
    {
        var workflow = Workflow.Read(file);

        foreach (var (name, job) in workflow.Jobs)
        {
            var outer = new[] { workflow.Root["env"], job["env"] }.SelectMany(Keys).ToHashSet();
            var steps = new HashSet<string>();
            void AssertAllKnown(JsonNode? node, HashSet<string> known) =>
                Assert.All(Expressions(node), expression => AssertKnown(expression, known, $"{file}, {name}"));

            foreach (var step in Workflow.Steps(job))
            {
                var known = Known(workflow, job, steps, [.. outer, .. Keys(step["env"])]);
                AssertAllKnown(step, known);
                if (step.ContainsKey("id"))
                    steps.Add(Text(step["id"]));
            }

            // A job's own settings are read before it has a runner; its outputs after its steps.
            foreach (var (key, value) in job.Where(static setting => setting.Key is not ("steps" or "outputs")))
                AssertAllKnown(new JsonObject { [key] = value?.DeepClone() }, Known(workflow, job, [], []));
            AssertAllKnown(job["outputs"], Known(workflow, job, steps, outer));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Scripts_HaveNoExpression_WhichAnotherPersonMightWriteTo(string file) =>
        Assert.All(Runs(file), static run => Assert.DoesNotContain("${{", run, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Scripts_OfThisRepository_AreCommittedAsExecutable(string file)
    {
        var index = await Script.RunAsync("git", "-c", "safe.directory=*", "-C", Repository.Root, "ls-files", "--stage");
        if (index.ExitCode != 0)
            Assert.Skip("needs a checkout of git");

        var scripts = Runs(file).SelectMany(static run => OwnScript().Matches(run));
        Assert.All(scripts, script => Assert.Matches(
            $@"(?m)^100755 .*\t{Regex.Escape(script.Groups["path"].Value)}$", index.Output));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Scripts_AreBash(string file)
    {
        foreach (var run in Runs(file))
            Assert.Equal(new CommandResult(0, "", ""), await Script.RunAsync("bash", "-n", "-c", run));
    }

    [Fact]
    public async Task Scripts_HaveNothingThatShellcheckFinds()
    {
        if ((await Script.RunAsync("bash", "-c", "command -v shellcheck")).ExitCode != 0)
            Assert.Skip("needs shellcheck (apt-get install shellcheck)");

        var runs = Workflow.Files.SelectMany(static file => Runs(file.Data)).Distinct();
        foreach (var (number, run) in runs.Index())
            File.WriteAllText(_folder.Combine($"{number}.sh"), $"#!/usr/bin/env bash\nset -e\n{run}\n");

        Assert.Equal(
            new CommandResult(0, "", ""), await Script.RunAsync("bash", "-c", "shellcheck \"$0\"/*.sh", _folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex(@"^(\S+ ){4}\S+$")]
    private static partial Regex Cron();

    [GeneratedRegex(@"\buses: ")]
    private static partial Regex UsesAction();

    [GeneratedRegex(@"(?<action>[\w.-]+/[\w.-]+)@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"\./(?<path>run|test|bench)\b|\b(?<path>eng/[\w-]+\.sh)")]
    private static partial Regex OwnScript();

    [GeneratedRegex(@"\$\{\{(?<expression>.*?)\}\}")]
    private static partial Regex Interpolation();

    [GeneratedRegex(@"'[^']*'|(?<function>\w+)(?=\()|(?<name>[A-Za-z_][\w-]*(?:\.[\w-]+)+)")]
    private static partial Regex Reference();

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static IEnumerable<string> Keys(JsonNode? node) =>
        node is JsonObject map ? map.Select(static member => member.Key) : [];

    private static HashSet<string> Needs(JsonObject job) =>
        [.. Workflow.Scalars(job["needs"]).Select(static need => need.Value)];

    private static IEnumerable<JsonObject> Maps(Workflow workflow, string key) =>
        workflow.Jobs.Values.Append(workflow.Root).Select(owner => owner[key]).OfType<JsonObject>();

    private static IEnumerable<string> Runs(string file) => Workflow.Read(file).Jobs.Values
        .SelectMany(Workflow.Steps).Where(static step => step.ContainsKey("run")).Select(static step => Text(step["run"]));

    private static IEnumerable<string> Expressions(JsonNode? node) => Workflow.Scalars(node).SelectMany(static scalar =>
        scalar.Path == "if" && !scalar.Value.Contains("${{", StringComparison.Ordinal)
            ? [scalar.Value]
            : Interpolation().Matches(scalar.Value).Select(static match => match.Groups["expression"].Value));

    /// <summary>What expressions may name, beside GitHub's own values.</summary>
    private static HashSet<string> Known(
        Workflow workflow, JsonObject job, IEnumerable<string> steps, IEnumerable<string> env)
    {
        var matrix = job["strategy"]?["matrix"];
        var columns = matrix?["include"] is JsonArray rows ? rows.SelectMany(Keys) : [];
        return
        [
            .. columns.Concat(Keys(matrix)).Select(static name => $"matrix.{name}"),
            .. env.Select(static name => $"env.{name}"),
            .. Needs(job).SelectMany(
                need => Keys(workflow.Jobs[need]["outputs"]).Select(output => $"needs.{need}.outputs.{output}")),
            .. steps.Select(static step => $"steps.{step}"),
        ];
    }

    private static void AssertKnown(string expression, HashSet<string> known, string where)
    {
        foreach (Match match in Reference().Matches(expression))
        {
            var (function, name) = (match.Groups["function"].Value, match.Groups["name"].Value);
            if (function.Length > 0)
                Assert.Contains(function, Functions);
            // What a step wrote to its outputs cannot be seen from here.
            var parts = name.Split('.');
            var subject = parts[0] == "steps" ? $"steps.{parts[1]}" : name;
            if (name.Length > 0 && parts[0] is not ("github" or "runner"))
                Assert.True(known.Contains(subject), $"{where}: {name} in {expression.Trim()} is not defined there.");
        }
    }
}
