using VolumeCount.Scope.Contract.Model;

namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>
/// Writes a report as tables, one for each topology: a line for each node, a column for each row that Scope shows.
/// </summary>
internal static class ReportTable
{
    public static void Write(ScopeReport report, TextWriter output)
    {
        var isFirst = true;
        foreach (var (name, topology) in report.Topologies.Where(topology => topology.Value.Nodes.Count > 0))
        {
            if (!isFirst)
                output.WriteLine();
            isFirst = false;
            Write(name, topology, output);
        }
    }

    private static void Write(string name, ReportedTopology topology, TextWriter output)
    {
        MetadataTemplate[] columns = [.. topology.MetadataTemplates.Values.OrderBy(template => template.Priority)];
        string[] headings = [name.ToUpperInvariant(), .. columns.Select(column => column.Label.ToUpperInvariant())];
        var rows = topology.Nodes
            .OrderBy(node => node.Key, StringComparer.Ordinal)
            .Select(node => (string[])[node.Key, .. columns.Select(column => Value(node.Value, column))]);
        TextTable.Write([headings, .. rows], output);
    }

    private static string Value(ReportedNode node, MetadataTemplate template)
    {
        if (node.Latest.TryGetValue(template.Id, out var value)
            || node.Latest.TryGetValue(ReportedNode.CounterPrefix + template.Id, out value))
        {
            return value.Value;
        }

        return node.Sets.TryGetValue(template.Id, out var set) ? string.Join(", ", set) : "";
    }
}
