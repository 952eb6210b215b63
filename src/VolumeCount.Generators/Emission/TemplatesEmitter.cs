using System.Globalization;
using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Emission;

/// <summary>Writes the class, within a report's context, that has a topology's templates as members.</summary>
internal static class TemplatesEmitter
{
    /// <summary>Adds the class for <paramref name="topology"/> to <paramref name="code"/>.</summary>
    public static void Emit(CodeWriter code, TopologyModel topology)
    {
        var node = topology.Node;
        if (!node.HasTemplates)
            return;

        code.Line();
        code.Lines($"/// <summary>How Scope draws what the nodes of <c>{topology.Name}</c> tell.</summary>");
        code.Block($"public static class {topology.Name}Templates", () =>
        {
            var isFirst = true;
            foreach (var metadata in node.Metadata.Where(static metadata => !metadata.IsHidden))
            {
                EmitMetadata(metadata, metadata.Id, "", metadata.DataType);
                if (metadata.HasText)
                    EmitMetadata(metadata, metadata.TextId, "Text", "");
            }

            foreach (var metric in node.Metrics)
            {
                EmitMember(metric.PropertyName, "", "Metric",
                [
                    CSharp.Literal(metric.Id),
                    CSharp.Literal(metric.Label),
                    CSharp.Literal(metric.Format),
                    CSharp.Literal(metric.Group),
                    Number.Format(metric.Priority),
                ]);
            }

            foreach (var table in node.Tables)
            {
                EmitMember(table.PropertyName, "", "Table",
                [
                    CSharp.Literal(table.Id),
                    CSharp.Literal(table.Label),
                    CSharp.Literal(table.Prefix),
                    CSharp.Literal(table.Type),
                    $"[{(table.Kind is TableKind.Multicolumn ? string.Join(", ", table.Columns.Select(Column)) : "")}]",
                    FixedRows(table),
                ]);
            }

            foreach (var control in node.Controls)
            {
                EmitMember(control.PropertyName, "", "Control",
                [
                    CSharp.Literal(control.Id),
                    CSharp.Literal(control.Human),
                    CSharp.Literal(control.Icon),
                    control.Rank.ToString(CultureInfo.InvariantCulture),
                    CSharp.Literal(control.Confirmation),
                ]);
            }

            void EmitMetadata(MetadataModel metadata, string id, string suffix, string dataType) =>
                EmitMember(metadata.PropertyName, suffix, "Metadata",
                [
                    CSharp.Literal(id),
                    CSharp.Literal(metadata.Label),
                    CSharp.Literal(dataType),
                    Number.Format(metadata.Priority),
                    Number.Format(metadata.Truncate),
                    CSharp.Literal(metadata.From),
                ]);

            void EmitMember(string property, string suffix, string kind, string[] arguments)
            {
                if (!isFirst)
                    code.Line();
                isFirst = false;

                var what = suffix.Length > 0 ? ", where it is no web address" : "";
                code.Lines(
                    $$"""
                    /// <summary>How Scope draws <c>{{node.Name}}.{{property}}</c>{{what}}.</summary>
                    public static {{Names.Templates}}{{kind}}Template {{property}}{{kind}}{{suffix}} { get; } =
                        new({{string.Join(", ", arguments)}});
                    """);
            }
        });
    }

    private static string Column(ColumnModel column) =>
        $"new({CSharp.Literal(column.Id)}, {CSharp.Literal(column.Label)}, {CSharp.Literal(column.DataType)})";

    private static string FixedRows(TableModel table) => table.Kind is TableKind.FixedRows
        ? table.Columns.Aggregate(
            Names.NoFixedRows, (rows, row) => $"{rows}.Add({CSharp.Literal(table.Prefix + row.Id)}, {CSharp.Literal(row.Label)})")
        : Names.NoFixedRows;
}
