using System.Text;
using VolumeCount.Scope.Contract.Decoding;
using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Contract.Model;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Scope.Contract;

/// <summary>Finds faults in a report that Scope accepts although they do harm in its merge, its app or its page.</summary>
internal sealed class ReportRules
{
    private readonly TopologyFormat _format;
    private readonly bool _isController;
    private readonly FindingList _findings;
    private readonly HashSet<string> _links;
    private readonly HashSet<string> _addresses;
    private readonly TableTemplate[] _tables;

    private ReportRules(TopologyFormat format, ReportedTopology topology, bool isController, FindingList findings)
    {
        _format = format;
        _isController = isController;
        _findings = findings;
        _links = [.. topology.MetadataTemplates.Values.Where(row => row.DataType == "link").Select(row => row.Id)];
        _addresses = [.. topology.MetadataTemplates.Values.Where(row => row.DataType == "ip").Select(row => row.Id)];
        _tables = [.. topology.TableTemplates.Values.Where(table => table.Type == TableFormat.Multicolumn)];
    }

    /// <summary>Checks every topology of a report that has one plugin.</summary>
    public static void Check(ScopeReport report, FindingList findings)
    {
        var isController = report.Plugins[0].Implements("controller");
        foreach (var (name, topology) in report.Topologies)
        {
            TemplateRules.Check(name, topology, findings);
            var rules = new ReportRules(TopologyFormats.ByName[name], topology, isController, findings);
            foreach (var (id, node) in topology.Nodes)
                rules.CheckNode(id, node, $"$.{name}.nodes{JsonPath.Segment(id)}");
        }
    }

    private void CheckNode(string id, ReportedNode node, string path)
    {
        if (_format.IdForm.ErrorOf(id) is { } wrong)
            _findings.Add(ContractRule.Nodes, path, $"the node id '{id}' {wrong}");
        if (node.Id.Length > 0 && node.Id != id)
            _findings.Add(ContractRule.Nodes, $"{path}.id", $"must be '{id}', as the node's key, or be left out");
        if (node.Topology.Length > 0 && node.Topology != _format.NodeName)
        {
            _findings.Add(
                ContractRule.Nodes,
                $"{path}.topology",
                $"must be '{_format.NodeName}', or be left out: Scope panics over two different ones");
        }

        if (node.Latest.ContainsKey(ReportedNode.ActiveControls) && !_isController)
        {
            _findings.Add(
                ContractRule.Controls,
                path,
                "has controls, which take the place of Scope's own, and the plugin is not a controller");
        }

        foreach (var (key, set) in node.Sets)
        {
            CheckOrder($"{path}.sets{JsonPath.Segment(key)}", set);
            CheckAddress($"{path}.sets{JsonPath.Segment(key)}", key, string.Join(", ", set));
        }

        foreach (var (key, set) in node.Parents)
            CheckParents($"{path}.parents{JsonPath.Segment(key)}", key, set);
        CheckIds($"{path}.adjacency", _format, node.Adjacency);

        foreach (var (key, metric) in node.Metrics)
            CheckSamples($"{path}.metrics{JsonPath.Segment(key)}.samples", metric.Samples);
        foreach (var (key, latest) in node.Latest)
            CheckLatest($"{path}.latest{JsonPath.Segment(key)}", key, latest);
        foreach (var table in _tables)
            CheckRows($"{path}.latest", table, node.Latest.Keys);
    }

    private void CheckOrder(string path, IReadOnlyList<string> set)
    {
        for (var i = 1; i < set.Count; i++)
        {
            // Scope compares the bytes of UTF-8, whose order differs from that of UTF-16.
            if (Encoding.UTF8.GetBytes(set[i - 1]).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(set[i])) >= 0)
            {
                _findings.Add(ContractRule.Sets, path, $"is not sorted and unique: '{set[i]}' comes after '{set[i - 1]}'");
                return;
            }
        }
    }

    private void CheckParents(string path, string topology, IReadOnlyList<string> ids)
    {
        if (TopologyFormats.ByNodeName.TryGetValue(topology, out var format))
            CheckIds(path, format, ids);
        else
            _findings.Add(ContractRule.Nodes, path, $"'{topology}' is not one of Scope's topologies");
    }

    private void CheckIds(string path, TopologyFormat format, IReadOnlyList<string> ids)
    {
        CheckOrder(path, ids);
        foreach (var id in ids)
        {
            if (format.IdForm.ErrorOf(id) is { } wrong)
                _findings.Add(ContractRule.Nodes, path, $"the node id '{id}' {wrong}");
        }
    }

    private void CheckSamples(string path, IReadOnlyList<MetricSample> samples)
    {
        for (var i = 0; i < samples.Count; i++)
        {
            if (samples[i].Date == default)
                _findings.Add(ContractRule.Timestamps, $"{path}[{i}]", "has no date");
            else if (i > 0 && samples[i].Date <= samples[i - 1].Date)
                _findings.Add(ContractRule.Timestamps, $"{path}[{i}]", "is not newer than the sample before it");
        }
    }

    private void CheckLatest(string path, string key, LatestValue latest)
    {
        if (latest.Timestamp == default && key != ReportedNode.ActiveControls)
            _findings.Add(ContractRule.Timestamps, path, "has no timestamp, so that any other value wins over it");

        if (_links.Contains(key)
            && !(Uri.TryCreate(latest.Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            _findings.Add(
                ContractRule.Links, path, "is drawn as a link, and its value is not an address with http: or https:");
        }

        CheckAddress(path, key, latest.Value);
        foreach (var table in _tables.Where(table => table.Has(key)))
        {
            var parts = key[table.Prefix.Length..].Split(TableFormat.Separator).Length;
            var prefix = $"the prefix of the table '{table.Id}'";
            if (parts < 2)
                AddToTables($"crashes Scope's app: it has {prefix} and no '{TableFormat.Separator}' after it");
            else if (parts > 2)
                AddToTables($"is shown in the wrong cell: it has more than one '{TableFormat.Separator}' after {prefix}");
        }

        void AddToTables(string message) => _findings.Add(ContractRule.Tables, path, message);
    }

    /// <summary>Scope's page sorts addresses by the numbers in them, and fails if one has no number.</summary>
    private void CheckAddress(string path, string key, string value)
    {
        if (_addresses.Contains(key) && !value.Any(char.IsAsciiDigit))
        {
            _findings.Add(
                ContractRule.Addresses,
                path,
                $"is drawn as an IP address, and its value '{value}' has no digit: sorting by it blanks Scope's page");
        }
    }

    /// <summary>
    /// Scope's page calls a method on each cell of each row when it searches, and fails if one is missing.
    /// </summary>
    private void CheckRows(string path, TableTemplate table, IEnumerable<string> keys)
    {
        var rows = keys.Where(table.Has)
            .Select(key => key[table.Prefix.Length..].Split(TableFormat.Separator))
            .Where(parts => parts.Length > 1)
            .GroupBy(parts => parts[0], parts => parts[1]);
        foreach (var row in rows)
        {
            if (row.Key.Length == 0)
            {
                _findings.Add(
                    ContractRule.Tables,
                    path,
                    $"a row of the table '{table.Id}' has an empty id, and the panel blanks Scope's page");
            }

            string[] missing = [.. table.Columns.Select(column => column.Id).Except(row).Select(id => $"'{id}'")];
            if (missing.Length > 0)
            {
                _findings.Add(
                    ContractRule.Tables,
                    path,
                    $"the row '{row.Key}' of the table '{table.Id}' lacks a value for {string.Join(", ", missing)}, " +
                    "and any search blanks Scope's page");
            }
        }
    }
}
