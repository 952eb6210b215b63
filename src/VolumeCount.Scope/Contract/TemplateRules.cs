using VolumeCount.Scope.Contract.Decoding;
using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Contract.Model;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Scope.Contract;

/// <summary>Finds faults in the templates and controls of a topology.</summary>
internal sealed class TemplateRules(string topologyName, FindingList findings)
{
    /// <summary>Checks everything in a topology except its nodes.</summary>
    public static void Check(string name, ReportedTopology topology, FindingList findings)
    {
        var path = $"$.{name}";
        var rules = new TemplateRules(name, findings);
        foreach (var (key, template) in topology.MetadataTemplates)
            rules.CheckMetadata($"{path}.metadata_templates{JsonPath.Segment(key)}", key, template);
        foreach (var (key, template) in topology.MetricTemplates)
            rules.CheckMetric($"{path}.metric_templates{JsonPath.Segment(key)}", key, template);
        foreach (var (key, template) in topology.TableTemplates)
            rules.CheckTable($"{path}.table_templates{JsonPath.Segment(key)}", key, template);
        foreach (var (key, control) in topology.Controls)
            rules.CheckControl($"{path}.controls{JsonPath.Segment(key)}", key, control);
        foreach (var (key, table) in topology.TableTemplates)
            rules.CheckPrefix($"{path}.table_templates{JsonPath.Segment(key)}.prefix", table, topology);
    }

    private void CheckMetadata(string path, string key, MetadataTemplate template)
    {
        CheckNames(path, key, template.Id, template.Label);
        CheckWord($"{path}.dataType", template.DataType, TemplateWords.DataTypes);
        CheckWord($"{path}.from", template.From, TemplateWords.Sources);
        if (ReservedKeys.IsReservedTemplate(topologyName, key))
            AddReserved(path, key);
        if (template.From == "counters" && ReservedKeys.IsReservedCounter(key))
        {
            findings.Add(
                ContractRule.Templates, path, $"its id '{key}' is a topology's, so that Scope takes the node for a group");
        }

        if (template.Priority == Priorities.Omitted)
        {
            findings.Add(
                ContractRule.Templates,
                $"{path}.priority",
                "is 0, which Scope's app leaves out, so that its page hides the row behind '+N'");
        }
    }

    private void CheckMetric(string path, string key, MetricTemplate template)
    {
        CheckNames(path, key, template.Id, template.Label);
        CheckWord($"{path}.format", template.Format, TemplateWords.MetricFormats);
        if (ReservedKeys.IsReservedTemplate(topologyName, key))
            AddReserved(path, key);
    }

    private void CheckTable(string path, string key, TableTemplate template)
    {
        CheckNames(path, key, template.Id, template.Label);
        CheckWord($"{path}.type", template.Type, TemplateWords.TableTypes);
        if (ReservedKeys.IsReservedTable(topologyName, key))
            AddReserved(path, key);
        if (template.Type == TableFormat.Multicolumn && template.Columns.Count == 0)
            findings.Add(ContractRule.Tables, path, "has no columns, and Scope's page fails over the first of them");
        for (var i = 0; i < template.Columns.Count; i++)
            CheckColumn($"{path}.columns[{i}]", template.Columns[i]);
    }

    private void CheckControl(string path, string key, Control control)
    {
        CheckNames(path, key, control.Id, control.Human);
        if (!ControlIds.IsRoutable(control.Id))
        {
            findings.Add(
                ContractRule.Controls,
                path,
                $"its id '{control.Id}' cannot be routed from Scope's page to the plugin, so that its button does nothing");
        }
    }

    private void CheckColumn(string path, TableColumn column)
    {
        CheckWord($"{path}.dataType", column.DataType, TemplateWords.DataTypes);
        if (column.Id.Length == 0)
            findings.Add(ContractRule.Tables, path, "has no id, and the panel blanks Scope's page");
        if (column.Id.Contains(TableFormat.Separator, StringComparison.Ordinal))
        {
            findings.Add(
                ContractRule.Tables, path, $"its id '{column.Id}' holds '{TableFormat.Separator}', where Scope cuts it off");
        }
    }

    /// <summary>
    /// Other keys that begin with a multicolumn table's prefix are taken for its cells, and Scope's app crashes.
    /// </summary>
    private void CheckPrefix(string path, TableTemplate table, ReportedTopology topology)
    {
        if (table.Prefix.Length > 0 && ReservedKeys.FirstWithPrefix(topologyName, table.Prefix) is { } own)
        {
            findings.Add(
                ContractRule.Tables, path, $"is how Scope's own key '{own}' begins, which becomes a part of the table");
        }

        if (table.Type != TableFormat.Multicolumn)
            return;

        foreach (var row in topology.MetadataTemplates.Values.Where(row => table.Has(row.Id)))
            findings.Add(ContractRule.Tables, path, $"is how the id of the row '{row.Id}' begins");
        foreach (var other in topology.TableTemplates.Values.Where(other => other != table && table.Has(other.Prefix)))
            findings.Add(ContractRule.Tables, path, $"is how the prefix of the table '{other.Id}' begins");
    }

    private void AddReserved(string path, string id) =>
        findings.Add(
            ContractRule.Templates, path, $"its id '{id}' is Scope's own on these nodes, and one of the two is lost");

    private void CheckNames(string path, string key, string id, string label)
    {
        if (id != key)
            findings.Add(ContractRule.Templates, path, $"its id must be '{key}', as its key, and not '{id}'");
        if (label.Length == 0)
            findings.Add(ContractRule.Templates, path, "has no label, and Scope shows it without a name");
    }

    private void CheckWord(string path, string word, IReadOnlyList<string> known)
    {
        if (known.Contains(word))
            return;
        var choice = string.Join(", ", known.Select(other => $"'{other}'"));
        findings.Add(ContractRule.Templates, path, $"'{word}' is not known to Scope. Use one of: {choice}");
    }
}
