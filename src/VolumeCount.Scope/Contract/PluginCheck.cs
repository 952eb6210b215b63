using System.Globalization;
using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.FileSystem;

namespace VolumeCount.Scope.Contract;

/// <summary>Checks the plugin behind a socket, whoever wrote it, against the contract with Scope.</summary>
internal static class PluginCheck
{
    /// <summary>The time that Scope's probe allows for an exchange, from connecting to the end of decoding.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(500);

    /// <summary>The rules in their order, with the name of their check and the remedy for those who break them.</summary>
    internal static (ContractRule Rule, string Name, string Remedy)[] Rules =>
    [
        (ContractRule.Answer, "answer", "Start the plugin, and see that it listens on this socket and speaks HTTP/1.1"),
        (ContractRule.Time, "time", "Collect in the background and answer from memory: all together has 500 ms"),
        (ContractRule.Status, "status", "Answer GET /report with 200, whatever its query parameters"),
        (ContractRule.Size, "size", "Report fewer nodes, and less of each"),
        (ContractRule.Json, "json", "Send one JSON value in UTF-8, without a byte order mark, and nothing after it"),
        (ContractRule.Types, "types", "Give each field the type that Scope's documentation has for it"),
        (ContractRule.Fields, "fields", "Correct the name, or leave the field out"),
        (ContractRule.Plugin, "plugin", "Put one entry in Plugins, with the socket's name without its extension as its id"),
        (ContractRule.Registration, "registration", "Have a label, api_version \"1\", and interfaces with \"reporter\""),
        (ContractRule.Nodes, "nodes", "Give nodes the ids that Scope's probe gives them, or Scope draws new and blank ones"),
        (ContractRule.Timestamps, "timestamps", "Give each value the time when it was true, and order samples by time"),
        (ContractRule.Sets, "sets", "Sort each set by code point and leave out repetitions: Scope merges by that order"),
        (ContractRule.Templates, "templates", "Use the words that Scope knows, and for a row to be seen a priority above 0, below 10"),
        (ContractRule.Links, "links", "Put nothing but http: and https: addresses in values that are drawn as links"),
        (ContractRule.Tables, "tables", "Let every key with a multicolumn table's prefix be <prefix><row>___<column>, and give each row a value in each column"),
        (ContractRule.Controls, "controls", "Leave latestControls out of a plugin that only reports, and name controls with letters, digits and _"),
        (ContractRule.KeptAlive, "kept alive", "Answer each request like the first: Scope asks every second"),
    ];

    /// <summary>What keeps a path from being a plugin's socket, before any check; null for nothing.</summary>
    public static string? ValidateSocket(string socketPath)
    {
        try
        {
            var id = PluginFolder.PluginId(socketPath);
            if (PluginFolder.Kind(socketPath) != FileKind.Socket)
                return "is not a socket";
            return PluginFolder.IsPluginId(id)
                ? null
                : $"Scope does not take '{id}' for a plugin's id. " +
                    "Name the socket with letters and digits, in groups that single hyphens join";
        }
        catch (IOException e)
        {
            return e.Message;
        }
    }

    /// <summary>Checks the plugin behind a socket, about which nothing is wrong.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<PluginCheckReport> RunAsync(
        string socketPath, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        using var exchange = new PluginExchange(socketPath, Timeout, timeProvider);
        var first = await exchange.AskAsync(cancellationToken);
        if (!first.IsOk)
            return Report(first.Findings, first.EndedAt, Notes(first), first.Status);

        var second = await exchange.AskAsync(cancellationToken);
        var again = second.IsOk ? [] : second.Findings.Select(finding => finding with { Rule = ContractRule.KeptAlive });
        var notes = Notes(first);
        notes[ContractRule.KeptAlive] = second.Connected
            ? "the plugin closed the connection, and took a new one"
            : "two requests on one connection";
        return Report([.. first.Findings, .. again], null, notes, second.Status);
    }

    /// <summary>What is worth knowing of checks that passed.</summary>
    private static Dictionary<ContractRule, string> Notes(PluginAnswer answer)
    {
        var nodes = answer.Report?.Topologies.Values.Sum(topology => topology.Nodes.Count);
        return new Dictionary<ContractRule, string>
        {
            [ContractRule.Time] = string.Create(CultureInfo.InvariantCulture, $"{answer.Elapsed.TotalMilliseconds:0} ms"),
            [ContractRule.Size] = string.Create(CultureInfo.InvariantCulture, $"{answer.BodyBytes:#,0} bytes"),
            [ContractRule.Nodes] = string.Create(CultureInfo.InvariantCulture, $"{nodes} nodes"),
        };
    }

    private static PluginCheckReport Report(
        IReadOnlyList<Finding> findings, ContractRule? endedAt, Dictionary<ContractRule, string> notes, string status)
    {
        var results = Rules.Select(rule =>
        {
            var broken = findings.Where(finding => finding.Rule == rule.Rule);
            string[] details = [.. broken.Select(finding => finding.ToString())];
            if (details.Length > 0)
                return new CheckResult(rule.Name, CheckOutcome.Failed, details, rule.Remedy);
            if (rule.Rule > endedAt)
                return new CheckResult(rule.Name, CheckOutcome.NotReached, [], null);
            string[] worthKnowing = notes.TryGetValue(rule.Rule, out var note) ? [note] : [];
            return new CheckResult(rule.Name, CheckOutcome.Passed, worthKnowing, null);
        });
        var ghosts = new CheckResult(
            "ghosts", CheckOutcome.NotChecked, ["only Scope's probe knows which nodes there are"], null);
        return new PluginCheckReport([.. results, ghosts], status);
    }
}
