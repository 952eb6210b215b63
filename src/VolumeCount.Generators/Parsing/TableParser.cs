using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Parsing;

/// <summary>Parses the properties marked <c>[Table]</c>, and the classes of their rows.</summary>
/// <param name="symbols">Reads the symbols, and keeps what is wrong with them.</param>
/// <param name="templates">Reads what all templates have.</param>
/// <param name="metadata">Parses the values.</param>
internal sealed class TableParser(SymbolReader symbols, TemplateReader templates, MetadataParser metadata)
{
    private const string Separator = "___";

    /// <summary>Parses one of the properties. One whose type is no table is a table still, lest its template be missed.</summary>
    public TableModel Parse(Mark mark, string topology)
    {
        var type = mark.Property.Type;
        var id = templates.Id(mark);
        if (ScopeKeys.IsReservedTable(topology, id))
            symbols.Report(DiagnosticDescriptors.KeyReserved, mark.Attribute.LocationOf("Id"), mark.Name, id, topology);

        var label = templates.Label(mark);
        var prefix = ParsePrefix(mark, id);
        var table = new TableModel(
            mark.Name, id, label, prefix, TableKind.Entries, CollectionModel.Single("", canBeNull: false), "", new([]), null);

        if (symbols.IsLeftToCompiler(type))
            return table;
        if (ValueParser.ParseCollection(type, out var element) is not { } collection)
            return ParseFixedRows(mark, table, type);
        if (EntryValueOf(element) is { } value)
            return ParseEntries(mark, table with { Source = collection }, value);

        return ParseRows(mark, table with { Source = collection }, element);
    }

    private string ParsePrefix(Mark mark, string id)
    {
        mark.Attribute.TryGet<string>("Prefix", out var prefix);
        if (prefix is not null && string.IsNullOrWhiteSpace(prefix))
            symbols.Report(DiagnosticDescriptors.PrefixEmpty, mark.Attribute.LocationOf("Prefix"), mark.Name);

        return prefix ?? id + "_";
    }

    private TableModel ParseEntries(Mark mark, TableModel table, ITypeSymbol type)
    {
        if (symbols.IsLeftToCompiler(type))
            return table;
        if (ValueParser.Parse(type) is not { Kind: not ValueKind.Texts } value)
            return Refuse(mark, table);

        return table with { Kind = TableKind.Entries, EntryValue = value };
    }

    private TableModel ParseFixedRows(Mark mark, TableModel table, ITypeSymbol type)
    {
        var underlying = ValueParser.Underlying(type, out var isNullable);
        var rows = ParseColumns(mark, underlying, AttributeNames.FixedRow);
        if (rows.Count == 0 && !symbols.HasMoreThan(0, underlying, AttributeNames.FixedRow))
            return Refuse(mark, table);

        return table with
        {
            Kind = TableKind.FixedRows,
            Source = CollectionModel.Single(ValueParser.ParameterType(type), isNullable || type.IsReferenceType),
            Columns = rows,
        };
    }

    private TableModel ParseRows(Mark mark, TableModel table, ITypeSymbol element)
    {
        var type = ValueParser.Underlying(element, out _);
        if (symbols.IsLeftToCompiler(type))
            return table;

        var columns = ParseColumns(mark, type, AttributeNames.Column);
        if (columns.Count == 0 && !symbols.HasMoreThan(0, type, AttributeNames.Column))
            return Refuse(mark, table);

        return table with { Kind = TableKind.Multicolumn, Columns = columns, RowIdProperty = ParseRowId(mark, type) };
    }

    private string ParseRowId(Mark table, ITypeSymbol type)
    {
        var marks = symbols.Marks(type, AttributeNames.RowId, table.Location);
        if (marks.Count == 0)
        {
            if (!symbols.HasMoreThan(0, type, AttributeNames.RowId))
                symbols.Report(DiagnosticDescriptors.NoRowId, table.Location, table.Name, type.Name);
            return "";
        }

        foreach (var second in marks.Skip(1))
            symbols.Report(DiagnosticDescriptors.SeveralRowIds, second.Location, second.Name, type.Name, marks[0].Name);

        var id = marks[0];
        if (!symbols.IsLeftToCompiler(id.Property.Type) && id.Property.Type.SpecialType is not SpecialType.System_String)
        {
            symbols.Report(
                DiagnosticDescriptors.RowIdType, id.Location, id.Name, SymbolReader.Display(id.Property.Type));
        }

        return id.Name;
    }

    private EquatableArray<ColumnModel> ParseColumns(Mark table, ITypeSymbol type, string attributeName)
    {
        var columns = new List<ColumnModel>();
        var owners = new Dictionary<string, string>();
        foreach (var mark in symbols.Marks(type, attributeName, table.Location))
        {
            var id = templates.Id(mark);
            templates.Claim(owners, id, mark, type.Name);
            if (attributeName is AttributeNames.Column && id.Contains(Separator))
                symbols.Report(DiagnosticDescriptors.ColumnIdSeparator, mark.Attribute.LocationOf("Id"), mark.Name, id);

            var value = metadata.ParseValue(mark, canBeCollection: false);
            var dataType = metadata.ParseDataType(mark, value);
            var isLink = mark.Attribute.TryGetConstant("DataType", out var asked)
                && SymbolReader.MemberOf(asked) is "Link";

            // A cell has no second place for what is no web address: only who asks for a link takes that into account.
            columns.Add(new(mark.Name, id, templates.Label(mark), dataType is "link" && !isLink ? "" : dataType, value));
        }

        return columns.ToEquatableArray();
    }

    // The template stays, for code that refers to it.
    private TableModel Refuse(Mark mark, TableModel table)
    {
        symbols.Report(
            DiagnosticDescriptors.TableType, mark.Location, mark.Name, SymbolReader.Display(mark.Property.Type));
        return table;
    }

    /// <summary>The type of the values, if <paramref name="element"/> is an entry of a dictionary with strings as keys.</summary>
    private static ITypeSymbol? EntryValueOf(ITypeSymbol element) =>
        element is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: { Length: 2 } arguments }
        && element.ContainingNamespace.ToDisplayString() is "System.Collections.Generic"
        && arguments[0].SpecialType is SpecialType.System_String
            ? arguments[1]
            : null;
}
