using VolumeCount.Generators.Emission;
using VolumeCount.Generators.Values;

namespace VolumeCount.Generators.Tables;

/// <summary>Emits the methods, within a report's context, that write the tables of a node, and their templates.</summary>
internal static class TableEmitter
{
    /// <summary>The statement that calls the method of a table.</summary>
    public static string Statement(string topology, TableModel table) =>
        $"Write{MethodName(topology, table)}(ref writer, {CSharp.Member("node", table.PropertyName)});";

    /// <summary>Adds the method of <paramref name="table"/> to <paramref name="code"/>.</summary>
    public static void EmitMethod(CodeWriter code, string topology, TableModel table)
    {
        var method = MethodName(topology, table);
        if (table.Kind is TableKind.FixedRows)
            EmitFixedRows(code, method, table);
        else
            CollectionEmitter.EmitMethod(code, method, table.Source, "row", EmitRow, "writer.BeginRows();");

        void EmitRow()
        {
            if (table.EntryValue is { } value)
                EmitEntry(code, table, value);
            else
                EmitCells(code, table);
        }
    }

    /// <summary>The name of the method, behind its <c>Write</c>.</summary>
    public static string MethodName(string topology, TableModel table) => $"{topology}_{table.PropertyName}";

    /// <summary>The templates, as JSON; null without templates.</summary>
    public static string? Templates(IEnumerable<TableModel> tables) =>
        JsonText.OptionalObject(tables.Select(static table => (table.Id, Template(table))));

    private static void EmitCells(CodeWriter code, TableModel table)
    {
        CollectionEmitter.EmitGuard(
            code,
            $"{CSharp.Member("row", table.RowIdProperty)} is not {{ Length: > 0 }} id || !writer.TryBeginRow(id)",
            "continue");

        var prefix = CSharp.NameLiteral(table.Prefix);
        foreach (var column in table.Columns)
            code.Lines(Value($"{Names.LatestKey}.Cell({prefix}, id, {CSharp.NameLiteral(column.Id)})", column));
    }

    private static void EmitEntry(CodeWriter code, TableModel table, ValueModel value)
    {
        CollectionEmitter.EmitGuard(code, "row.Key is not { } key || !writer.TryBeginRow(key)", "continue");
        code.Lines(ValueEmitter.Latest(
            $"{Names.LatestKey}.Row({CSharp.NameLiteral(table.Prefix)}, key)", value, "row.Value"));
    }

    private static void EmitFixedRows(CodeWriter code, string method, TableModel table)
    {
        var source = table.Source;
        var parameter = source.CanBeNull ? "rows" : "row";
        code.SeparateMember();
        code.Block(
            $"public static void Write{method}(ref {Names.ReportWriter} writer, {source.TypeName} {parameter})",
            () =>
            {
                if (source.CanBeNull)
                    CollectionEmitter.EmitGuard(code, "rows is not { } row", "return");
                foreach (var row in table.Columns)
                    code.Lines(Value(CSharp.NameLiteral(table.Prefix + row.Id), row));
            });
    }

    private static string Value(string key, ColumnModel column)
    {
        var value = CSharp.Member("row", column.PropertyName);

        return column.DataType is "link" ? ValueEmitter.Link(key, value) : ValueEmitter.Latest(key, column.Value, value);
    }

    private static string Template(TableModel table) => JsonText.Object(
        ("id", JsonText.String(table.Id)),
        ("label", JsonText.String(table.Label)),
        ("prefix", JsonText.String(table.Prefix)),
        ("type", JsonText.String(table.Type)),
        ("columns", table.Kind is TableKind.Multicolumn ? JsonText.Array([.. table.Columns.Select(Column)]) : null),
        ("fixedRows", table.Kind is TableKind.FixedRows
            ? JsonText.Object([.. table.Columns.Select(row => (table.Prefix + row.Id, (string?)JsonText.String(row.Label)))])
            : null));

    private static string Column(ColumnModel column) => JsonText.Object(
        ("id", JsonText.String(column.Id)),
        ("label", JsonText.String(column.Label)),
        ("dataType", JsonText.OptionalString(column.DataType)));
}
