using VolumeCount.Scope.Contract;

namespace VolumeCount.Tests.Emulation;

/// <summary>
/// Does with the plugins of a folder what the probe of Scope 1.13.2 does: looks for their sockets, asks each for its report
/// over a connection that it keeps, and judges the answer. <see cref="ReportMerge"/> does the rest: what Scope makes of the
/// reports. Where Scope swallows what it should not, the status is <c>ok</c> as in Scope, and a finding says what is wrong.
/// </summary>
/// <remarks>
/// It is stricter than Scope where the outcome in Scope is an accident. It reads a body to its end, although Scope stops at
/// the end of the JSON value. It takes only JSON that keeps to RFC 8259, no deeper than 256 levels, and timestamps that keep
/// to RFC 3339. And it refuses what Scope's decoder cannot read inside a node; there Scope forgets where it is, and what
/// comes next is mostly an error too, but may be a report that lacks the rest without a word. Scope looks for sockets every
/// 5 s and asks each plugin every second; here the caller says when.
/// </remarks>
/// <param name="pluginsFolder">The folder that is looked through, with those in it.</param>
/// <param name="timeProvider">The clock by which plugins must answer in time.</param>
internal sealed class ContractProbe(string pluginsFolder, TimeProvider timeProvider) : IDisposable
{
    private SortedDictionary<string, PluginExchange> _exchanges = new(StringComparer.Ordinal);

    /// <summary>Looks through the folder, and forgets the plugins whose sockets are gone.</summary>
    public PluginScan Scan()
    {
        var scan = PluginScan.Of(pluginsFolder);
        var before = _exchanges;
        _exchanges = new SortedDictionary<string, PluginExchange>(StringComparer.Ordinal);
        foreach (var socket in scan.Sockets)
        {
            _exchanges.Add(socket, before.Remove(socket, out var exchange)
                ? exchange
                : new PluginExchange(socket, PluginCheck.Timeout, timeProvider));
        }

        Dispose(before);
        return scan;
    }

    /// <summary>Asks the plugins that the last <see cref="Scan"/> found for their reports, one after the other.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<IReadOnlyList<PluginAnswer>> SpyAsync(CancellationToken cancellationToken)
    {
        var answers = new List<PluginAnswer>();
        foreach (var exchange in _exchanges.Values)
            answers.Add(await exchange.AskAsync(cancellationToken));
        return answers;
    }

    /// <inheritdoc/>
    public void Dispose() => Dispose(_exchanges);

    private static void Dispose(SortedDictionary<string, PluginExchange> exchanges)
    {
        foreach (var exchange in exchanges.Values)
            exchange.Dispose();
    }
}
