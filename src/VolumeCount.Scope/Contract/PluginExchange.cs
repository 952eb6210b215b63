using System.Globalization;
using VolumeCount.Scope.Contract.Decoding;
using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Contract.Model;

namespace VolumeCount.Scope.Contract;

/// <summary>Requests the report of one plugin, over one connection for as long as the plugin keeps it open.</summary>
internal sealed class PluginExchange(string socketPath, TimeSpan timeout, TimeProvider timeProvider) : IDisposable
{
    private readonly PluginConnection _connection = new(socketPath);
    private readonly string _pluginId = Path.GetFileNameWithoutExtension(socketPath);

    /// <summary>
    /// Whether nodes keep their contents, so that they can be checked. Without them, everything that Scope would refuse is
    /// still found, and a response with many nodes takes a fraction of the memory.
    /// </summary>
    public bool KeepsNodes { get; init; } = true;

    /// <summary>Requests the report once. Every fault of the plugin is in the result and never thrown.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<PluginAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        var connections = _connection.Connections;
        var start = timeProvider.GetTimestamp();
        var body = ArraySegment<byte>.Empty;
        ScopeReport? report = null;
        TimeSpan? elapsed = null;
        ContractViolationException? refusal = null;

        using var deadline = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            body = await _connection.FetchAsync(findings, either.Token);
            report = ReportDecoder.Decode(body, timeProvider.GetUtcNow().UtcDateTime, findings, KeepsNodes);
            elapsed = timeProvider.GetElapsedTime(start);
            if (elapsed > timeout)
                throw TooLate(findings);
            Registration.Check(report, _pluginId, findings);
            ReportRules.Check(report, findings);
        }
        catch (ContractViolationException e)
        {
            refusal = e;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            refusal = TooLate(findings);
        }

        return new PluginAnswer
        {
            PluginId = _pluginId,
            Status = refusal is null ? PluginAnswer.Ok : $"error: {refusal.Message}",
            Report = refusal is null ? report : null,
            Findings = findings.ToFindings(),
            EndedAt = refusal?.Rule,
            Elapsed = elapsed ?? timeProvider.GetElapsedTime(start),
            BodyBytes = body.Count,
            Connected = _connection.Connections > connections,
        };
    }

    public void Dispose() => _connection.Dispose();

    private ContractViolationException TooLate(FindingList findings)
    {
        var time = timeout < TimeSpan.FromSeconds(1)
            ? string.Create(CultureInfo.InvariantCulture, $"{timeout.TotalMilliseconds} ms")
            : string.Create(CultureInfo.InvariantCulture, $"{timeout.TotalSeconds} s");
        findings.Add(ContractRule.Time, null, $"the plugin did not answer within {time}");
        return new ContractViolationException(
            ContractRule.Time,
            _connection.HasHead ? "decoding error: context deadline exceeded" : "context deadline exceeded");
    }
}
