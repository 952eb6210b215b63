using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Diagnostics;
using VolumeCount.Generators.Symbols;
using VolumeCount.Generators.Values;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.Tables;

/// <summary>Parses the properties marked <c>[Table]</c>, and the classes of their rows.</summary>
internal sealed class TableParser(SymbolReader symbols, TemplateReader templates, ValueReader values)
{
    /// <summary>Parses one of the properties. The prefix of an unsupported table is still checked.</summary>
    public TableModel Parse(AttributedProperty property, string topology)
    {
        var type = property.Type;
        var id = templates.Id(property);
        var isReserved = ReservedKeys.IsReservedTable(topology, id);
        templates.CheckReserved(property, id, topology, isReserved, isShared: isReserved);

        var label = templates.Label(property);
        var prefix = templates.Text(property, "Prefix", DiagnosticDescriptors.PrefixEmpty) ?? id + "_";
        var table = new TableModel(
            property.Name, id, label, prefix, TableKind.Entries,
            CollectionModel.Single("", canBeNull: false), "", new([]), null);

        if (symbols.IsLeftToCompiler(type))
            return table;
        if (ValueParser.ParseCollection(type, out var element) is not { } collection)
            return ParseFixedRows(property, table, type);
        if (EntryValueOf(element) is { } value)
            return ParseEntries(property, table with { Source = collection }, value);

        return ParseRows(property, table with { Source = collection }, element);
    }

    private TableModel ParseEntries(AttributedProperty property, TableModel table, ITypeSymbol type)
    {
        if (symbols.IsLeftToCompiler(type))
            return table;
        if (ValueParser.Parse(type) is not { Kind: not ValueKind.Texts } value)
            return Refuse(property, table);

        return table with { Kind = TableKind.Entries, EntryValue = value };
    }

    private TableModel ParseFixedRows(AttributedProperty property, TableModel table, ITypeSymbol type)
    {
        var underlying = SymbolReader.Underlying(type, out var isNullable);
        var rows = ParseColumns(property, underlying, AttributeNames.FixedRow);
        if (rows.Count == 0 && !symbols.HasMoreThan(0, underlying, AttributeNames.FixedRow))
            return Refuse(property, table);

        return table with
        {
            Kind = TableKind.FixedRows,
            Source = CollectionModel.Single(ValueParser.ParameterType(type), isNullable || type.IsReferenceType),
            Columns = rows,
        };
    }

    private TableModel ParseRows(AttributedProperty property, TableModel table, ITypeSymbol element)
    {
        var type = SymbolReader.Underlying(element, out _);
        if (symbols.IsLeftToCompiler(type))
            return table;

        var columns = ParseColumns(property, type, AttributeNames.Column);
        if (columns.Count == 0 && !symbols.HasMoreThan(0, type, AttributeNames.Column))
            return Refuse(property, table);

        return table with { Kind = TableKind.Multicolumn, Columns = columns, RowIdProperty = ParseRowId(property, type) };
    }

    private string ParseRowId(AttributedProperty table, ITypeSymbol type)
    {
        if (symbols.SingleProperty(type, AttributeNames.RowId, table.Location, DiagnosticDescriptors.SeveralRowIds)
            is not { } id)
        {
            if (!symbols.HasMoreThan(0, type, AttributeNames.RowId))
                symbols.Report(DiagnosticDescriptors.NoRowId, table.Location, table.Name, type.Name);
            return "";
        }

        if (id.Type.SpecialType is not SpecialType.System_String)
            symbols.ReportType(DiagnosticDescriptors.RowIdType, id);

        return id.Name;
    }

    private EquatableArray<ColumnModel> ParseColumns(AttributedProperty table, ITypeSymbol type, string attributeName)
    {
        var columns = new List<ColumnModel>();
        var owners = new Dictionary<string, string>();
        foreach (var property in symbols.AttributedProperties(type, attributeName, table.Location))
        {
            var id = templates.Id(property);
            templates.Claim(owners, id, property, type.Name);
            if (attributeName is AttributeNames.Column && id.Contains(TableFormat.Separator))
            {
                symbols.Report(
                    DiagnosticDescriptors.ColumnIdSeparator, property.Attribute.LocationOf("Id"), property.Name, id);
            }

            var value = values.Read(property, canBeCollection: false);
            var dataType = values.DataType(property, value);

            // A cell has no second key for a value that is not a web address: it is a link only if the attribute says so.
            if (dataType is "link" && templates.Member(property, "DataType") is not "Link")
                dataType = "";
            columns.Add(new(property.Name, id, templates.Label(property), dataType, value));
        }

        return columns.ToEquatableArray();
    }

    private TableModel Refuse(AttributedProperty property, TableModel table)
    {
        symbols.ReportType(DiagnosticDescriptors.TableType, property);
        return table;
    }

    /// <summary>
    /// The type of the values, if <paramref name="element"/> is an entry of a dictionary with strings as keys.
    /// </summary>
    private static ITypeSymbol? EntryValueOf(ITypeSymbol element) =>
        element is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: { Length: 2 } arguments }
        && element.ContainingNamespace.ToDisplayString() is "System.Collections.Generic"
        && arguments[0].SpecialType is SpecialType.System_String
            ? arguments[1]
            : null;
}
