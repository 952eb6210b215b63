using VolumeCount.Scope.Contract.Decoding;
using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Contract.Model;

namespace VolumeCount.Scope.Contract;

/// <summary>Finds what is wrong with the templates and controls of a topology.</summary>
/// <param name="findings">Where the findings go.</param>
internal sealed class TemplateRules(FindingList findings)
{
    private static string[] DataTypes => ["", "number", "ip", "datetime", "duration", "link"];
    private static string[] Formats => ["", "percent", "filesize", "integer"];
    private static string[] Sources => ["", "latest", "sets", "counters"];
    private static string[] TableTypes => ["", TableTemplate.PropertyList, TableTemplate.Multicolumn];

    /// <summary>Looks at everything in a topology but its nodes.</summary>
    public static void Check(ReportedTopology topology, string path, FindingList findings)
    {
        var rules = new TemplateRules(findings);
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
        CheckWord($"{path}.dataType", template.DataType, DataTypes);
        CheckWord($"{path}.from", template.From, Sources);
        if (template.Priority == 0)
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
        CheckWord($"{path}.format", template.Format, Formats);
    }

    private void CheckTable(string path, string key, TableTemplate template)
    {
        CheckNames(path, key, template.Id, template.Label);
        CheckWord($"{path}.type", template.Type, TableTypes);
        if (template.Type == TableTemplate.Multicolumn && template.Columns.Count == 0)
            findings.Add(ContractRule.Tables, path, "has no columns, and Scope's page fails over the first of them");
        for (var i = 0; i < template.Columns.Count; i++)
            CheckColumn($"{path}.columns[{i}]", template.Columns[i]);
    }

    private void CheckControl(string path, string key, Control control)
    {
        CheckNames(path, key, control.Id, control.Human);
        if (control.Id is "." or ".." || control.Id.EndsWith(' ') || control.Id.Any(IsLost))
        {
            findings.Add(
                ContractRule.Controls,
                path,
                $"its id '{control.Id}' does not survive between Scope's page and the plugin, so that its button does nothing");
        }
    }

    /// <summary>
    /// What a control's id cannot hold: Scope keeps ids with semicolons between them, its page puts one into an address as it is, and
    /// its app unescapes it there (Scope 1.13.2: client/app/scripts/actions/request-actions.js, app/router.go).
    /// </summary>
    private static bool IsLost(char c) => ";/?#%+\\".Contains(c, StringComparison.Ordinal) || char.IsControl(c);

    private void CheckColumn(string path, TableColumn column)
    {
        CheckWord($"{path}.dataType", column.DataType, DataTypes);
        if (column.Id.Contains(TableTemplate.Separator, StringComparison.Ordinal))
            findings.Add(ContractRule.Tables, path, $"its id '{column.Id}' holds '{TableTemplate.Separator}', where Scope cuts it off");
    }

    /// <summary>What else begins like a multicolumn table's keys is taken for its cells, and Scope's app crashes.</summary>
    private void CheckPrefix(string path, TableTemplate table, ReportedTopology topology)
    {
        if (table.Type != TableTemplate.Multicolumn)
            return;

        foreach (var row in topology.MetadataTemplates.Values.Where(row => table.Has(row.Id)))
            findings.Add(ContractRule.Tables, path, $"is how the id of the row '{row.Id}' begins");
        foreach (var other in topology.TableTemplates.Values.Where(other => other != table && table.Has(other.Prefix)))
            findings.Add(ContractRule.Tables, path, $"is how the prefix of the table '{other.Id}' begins");
    }

    private void CheckNames(string path, string key, string id, string label)
    {
        if (id != key)
            findings.Add(ContractRule.Templates, path, $"its id must be '{key}', as its key, and not '{id}'");
        if (label.Length == 0)
            findings.Add(ContractRule.Templates, path, "has no label, so that nobody knows what it is");
    }

    private void CheckWord(string path, string word, string[] known)
    {
        if (known.Contains(word))
            return;
        var choice = string.Join(", ", known.Select(other => $"'{other}'"));
        findings.Add(ContractRule.Templates, path, $"'{word}' is not known to Scope. Use one of: {choice}");
    }
}
