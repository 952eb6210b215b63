using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Emission;

/// <summary>Writes the method, within a report's context, that writes a table of a node.</summary>
internal static class TableEmitter
{
    /// <summary>Adds the method for <paramref name="table"/> to <paramref name="code"/>.</summary>
    public static void Emit(CodeWriter code, TopologyModel topology, TableModel table)
    {
        var method = MethodName(topology, table);
        switch (table.Kind)
        {
            case TableKind.FixedRows:
                EmitFixedRows(code, method, table);
                break;
            case TableKind.Entries:
                NodesEmitter.EmitMethod(code, method, table.Source, "row", () => code.Lines(ValueEmitter.Latest(
                    $"{Names.LatestKey}.Row({CSharp.NameLiteral(table.Prefix)}, row.Key)", table.EntryValue!, "row.Value")));
                break;
            default:
                NodesEmitter.EmitMethod(code, method, table.Source, "row", () => EmitCells(code, table));
                break;
        }
    }

    /// <summary>The name of the method, behind its <c>Write</c>.</summary>
    public static string MethodName(TopologyModel topology, TableModel table) => $"{topology.Name}_{table.PropertyName}";

    private static void EmitCells(CodeWriter code, TableModel table)
    {
        NodesEmitter.EmitGuard(code, $"{Property(table.RowIdProperty)} is not {{ Length: > 0 }} id", "continue");

        var prefix = CSharp.NameLiteral(table.Prefix);
        foreach (var column in table.Columns)
            code.Lines(Value($"{Names.LatestKey}.Cell({prefix}, id, {CSharp.NameLiteral(column.Id)})", column));
    }

    private static void EmitFixedRows(CodeWriter code, string method, TableModel table)
    {
        var source = table.Source;
        var parameter = source.CanBeNull ? "rows" : "row";
        code.Line();
        code.Block(
            $"private static void Write{method}(ref {Names.ReportWriter} writer, {source.TypeName} {parameter})",
            () =>
            {
                if (source.CanBeNull)
                    NodesEmitter.EmitGuard(code, "rows is not { } row", "return");
                foreach (var row in table.Columns)
                    code.Lines(Value(CSharp.NameLiteral(table.Prefix + row.Id), row));
            });
    }

    private static string Value(string key, ColumnModel column) => column.DataType is "link"
        ? ValueEmitter.Link(key, Property(column.PropertyName))
        : ValueEmitter.Latest(key, column.Value, Property(column.PropertyName));

    private static string Property(string name) => $"row.{CSharp.Identifier(name)}";
}
