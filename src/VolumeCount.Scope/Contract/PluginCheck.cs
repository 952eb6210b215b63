using System.ComponentModel;
using System.Globalization;
using VolumeCount.Scope.Contract.Decoding;
using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Contract.Model;
using VolumeCount.Scope.FileSystem;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Scope.Contract;

/// <summary>Checks a plugin, written with this library or not, against the contract with Scope.</summary>
public static class PluginCheck
{
    /// <summary>The time that Scope's probe allows for an exchange, from connecting to the end of decoding.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(Limits.TimeoutMilliseconds);

    /// <summary>The rules in their order, each with the name of its check and the fix for a plugin that breaks it.</summary>
    internal static (ContractRule Rule, string Name, string Fix)[] Rules =>
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
        (
            ContractRule.Templates,
            "templates",
            "Use the words that Scope knows, and for a row to be seen a priority above 0, below 10"),
        (ContractRule.Links, "links", "Put nothing but http: and https: addresses in values that are drawn as links"),
        (ContractRule.Addresses, "addresses", "Leave an address without a digit out, or write it with one: '::0' for '::'"),
        (
            ContractRule.Tables,
            "tables",
            "Let every key with a multicolumn table's prefix be <prefix><row>___<column>, " +
            "and give each row a value in each column"),
        (
            ContractRule.Controls,
            "controls",
            "Leave latestControls out of a plugin that only reports, and name controls with letters, digits and _"),
        (ContractRule.KeptAlive, "kept alive", "Answer each request like the first: Scope asks every second"),
        (ContractRule.Ghosts, "ghosts", "Report only nodes that Scope's probe has found"),
    ];

    /// <summary>Checks the plugin behind a socket, with the requests that Scope's probe sends.</summary>
    /// <param name="socketPath">The path of the socket. Its name without extension is the plugin's id.</param>
    /// <param name="timeout">
    /// The time for each exchange; by default <see cref="Timeout"/>, which Scope allows. A test on a loaded machine may need
    /// more.
    /// </param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>The results. Every fault of the plugin is in them and never thrown.</returns>
    /// <exception cref="IOException">The path is not that of a socket with the name of a plugin.</exception>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static Task<PluginCheckReport> RunAsync(
        string socketPath, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        ValidateSocket(socketPath) is { } error
            ? throw new IOException($"{socketPath}: {error}.")
            : RunAsync(socketPath, timeout ?? Timeout, TimeProvider.System, cancellationToken);

    /// <summary>
    /// Checks a report alone, against all rules except those of the socket, the time and the HTTP responses.
    /// </summary>
    /// <param name="report">The report as UTF-8 JSON, as written by a generated context's <c>Write</c>.</param>
    /// <param name="pluginId">The plugin's id, which the report must have.</param>
    /// <returns>The results.</returns>
    public static PluginCheckReport Run(ReadOnlySpan<byte> report, string pluginId)
    {
        ArgumentNullException.ThrowIfNull(pluginId);

        var findings = new FindingList();
        ContractViolationException? violation = null;
        ScopeReport? decoded = null;
        try
        {
            if (report.Length > Limits.MaxBodyBytes)
                throw PluginConnection.TooLarge(findings);
            decoded = ReportDecoder.Decode(report, DateTime.UtcNow, findings);
            Registration.Check(decoded, pluginId, findings);
            ReportRules.Check(decoded, findings);
        }
        catch (ContractViolationException e)
        {
            violation = e;
        }

        ContractRule[] socketRules = [ContractRule.Answer, ContractRule.Time, ContractRule.Status, ContractRule.KeptAlive];
        var notes = Notes(decoded, report.Length);
        foreach (var rule in socketRules)
            notes[rule] = "needs the plugin's socket";
        return Report(
            findings.ToFindings(),
            violation?.Rule,
            notes,
            violation is null ? PluginAnswer.Ok : $"error: {violation.Message}",
            socketRules);
    }

    /// <summary>Returns the reason why a path is not that of a plugin's socket; null if it is.</summary>
    internal static string? ValidateSocket(string socketPath)
    {
        var id = Path.GetFileNameWithoutExtension(socketPath);
        try
        {
            return FileIdentity.Of(socketPath, followsLinks: true)?.Kind switch
            {
                null => "no such file or directory",
                not FileKind.Socket => "is not a socket",
                _ when PluginIds.IsValid(id) => null,
                _ => $"Scope does not take '{id}' for a plugin's id. "
                    + "Name the socket with letters and digits, in groups that single hyphens join",
            };
        }
        catch (Win32Exception e)
        {
            return e.Message;
        }
    }

    /// <summary>Checks the plugin behind a valid socket.</summary>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    internal static async Task<PluginCheckReport> RunAsync(
        string socketPath, TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        using var exchange = new PluginExchange(socketPath, timeout, timeProvider);
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

    /// <summary>Details of checks that pass.</summary>
    private static Dictionary<ContractRule, string> Notes(PluginAnswer answer)
    {
        var notes = Notes(answer.Report, answer.BodyBytes);
        notes[ContractRule.Time] = string.Create(CultureInfo.InvariantCulture, $"{answer.Elapsed.TotalMilliseconds:0} ms");
        return notes;
    }

    private static Dictionary<ContractRule, string> Notes(ScopeReport? report, int size)
    {
        var nodes = report?.Topologies.Values.Sum(topology => topology.Nodes.Count);
        return new Dictionary<ContractRule, string>
        {
            [ContractRule.Size] = string.Create(CultureInfo.InvariantCulture, $"{size:#,0} bytes"),
            [ContractRule.Nodes] = string.Create(CultureInfo.InvariantCulture, $"{nodes} nodes"),
            [ContractRule.Ghosts] = "only Scope's probe knows which nodes exist",
        };
    }

    private static PluginCheckReport Report(
        IReadOnlyList<Finding> findings,
        ContractRule? endedAt,
        Dictionary<ContractRule, string> notes,
        string status,
        params ContractRule[] notChecked)
    {
        var results = Rules.Select(rule =>
        {
            Finding[] found = [.. findings.Where(finding => finding.Rule == rule.Rule)];
            if (found.Length > 0)
            {
                var outcome = found.All(finding => finding.IsWarning) ? CheckOutcome.Warning : CheckOutcome.Failed;
                return new CheckResult(rule.Rule, rule.Name, outcome, found, Fix: rule.Fix);
            }

            if (rule.Rule == ContractRule.Ghosts || notChecked.Contains(rule.Rule))
                return new CheckResult(rule.Rule, rule.Name, CheckOutcome.NotChecked, [], notes[rule.Rule]);
            return rule.Rule > endedAt
                ? new CheckResult(rule.Rule, rule.Name, CheckOutcome.NotReached, [])
                : new CheckResult(rule.Rule, rule.Name, CheckOutcome.Passed, [], notes.GetValueOrDefault(rule.Rule));
        });
        return new PluginCheckReport([.. results], status);
    }
}
