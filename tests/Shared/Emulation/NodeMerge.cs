using VolumeCount.Scope.Contract.Model;

namespace VolumeCount.Tests.Emulation;

/// <summary>
/// Merges nodes as Scope does (Scope 1.13.2: report/node.go, latest_map_generated.go, string_set.go, metrics.go).
/// </summary>
internal static class NodeMerge
{
    /// <summary>Merges a node into one that exists with the same id.</summary>
    /// <exception cref="ScopePanicException">They name different topologies.</exception>
    public static ReportedNode Merge(ReportedNode node, ReportedNode existing)
    {
        if (node.Topology.Length > 0 && existing.Topology.Length > 0 && node.Topology != existing.Topology)
        {
            throw new ScopePanicException(
                $"Cannot merge nodes with different topology types: {node.Topology} != {existing.Topology}");
        }

        return new ReportedNode
        {
            Id = node.Id.Length > 0 ? node.Id : existing.Id,
            Topology = node.Topology.Length > 0 ? node.Topology : existing.Topology,
            Latest = ReportMerge.Merge(node.Latest, existing.Latest, (a, b) => a.Timestamp < b.Timestamp ? b : a),
            Sets = ReportMerge.Merge(node.Sets, existing.Sets, Merge),
            Metrics = ReportMerge.Merge(node.Metrics, existing.Metrics, Merge),
            Parents = ReportMerge.Merge(node.Parents, existing.Parents, Merge),
            Adjacency = Merge(node.Adjacency, existing.Adjacency),
        };
    }

    /// <summary>Zips two sets together. Only of sorted ones does this make one without repetition.</summary>
    private static IReadOnlyList<string> Merge(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var merged = new List<string>(a.Count + b.Count);
        var (i, j) = (0, 0);
        while (i < a.Count && j < b.Count)
        {
            var order = CodePointOrder.Compare(a[i], b[j]);
            merged.Add(order <= 0 ? a[i] : b[j]);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return [.. merged, .. a.Skip(i), .. b.Skip(j)];
    }

    private static Metric Merge(Metric a, Metric b)
    {
        if (a.Samples.Count == 0 || b.Samples.Count == 0)
            return a.Samples.Count == 0 ? b : a;

        var samples = a.Samples.Concat(b.Samples).DistinctBy(sample => sample.Date).OrderBy(sample => sample.Date);
        return new Metric([.. samples], Math.Min(a.Min, b.Min), Math.Max(a.Max, b.Max));
    }
}
