using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Parsing;

/// <summary>Makes a <see cref="NodeModel"/> out of the class of a topology's nodes.</summary>
/// <param name="symbols">Reads the symbols, and keeps what is wrong with them.</param>
internal sealed class NodeParser(SymbolReader symbols)
{
    // Scope's panel hides rows from this priority on.
    private const double DefaultPriority = 1;
    private const double FirstHiddenPriority = 10;

    /// <summary>Parses <paramref name="element"/>, the type of the elements of <paramref name="topology"/>.</summary>
    public NodeModel? Parse(ITypeSymbol element, IPropertySymbol topology, LocationInfo? location)
    {
        var type = Underlying(element, out var isNullable);
        if (symbols.IsLeftToCompiler(type))
            return null;

        var properties = SymbolReader.Properties(type);
        var id = ParseNodeId(type, properties, topology, location);
        var canBeNull = isNullable || type.IsReferenceType;
        var typeName = type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolReader.TypeFormat);

        var metadata = ParseMetadata(type, properties, location);

        return new(type.Name, canBeNull ? typeName + "?" : typeName, canBeNull, id, metadata);
    }

    private string ParseNodeId(
        ITypeSymbol type, List<IPropertySymbol> properties, IPropertySymbol topology, LocationInfo? location)
    {
        var ids = SymbolReader.Marked(properties, AttributeNames.NodeId);
        if (ids.Count == 0)
        {
            symbols.Report(DiagnosticDescriptors.NoNodeId, location, topology.Name, type.Name);
            return "";
        }

        foreach (var second in ids.Skip(1))
        {
            symbols.Report(
                DiagnosticDescriptors.SeveralNodeIds,
                SymbolReader.LocationOf(second, location),
                second.Name,
                type.Name,
                ids[0].Name);
        }

        var id = ids[0];
        if (symbols.CanRead(id, location)
            && !symbols.IsLeftToCompiler(id.Type)
            && id.Type.SpecialType is not SpecialType.System_String)
        {
            symbols.Report(
                DiagnosticDescriptors.NodeIdType,
                SymbolReader.LocationOf(id, location),
                id.Name,
                SymbolReader.Display(id.Type));
        }

        return id.Name;
    }

    private EquatableArray<MetadataModel> ParseMetadata(
        ITypeSymbol type, List<IPropertySymbol> properties, LocationInfo? location)
    {
        var all = new List<MetadataModel>();
        foreach (var property in SymbolReader.Marked(properties, AttributeNames.Metadata))
        {
            var attribute = symbols.Read(
                SymbolReader.Attribute(property, AttributeNames.Metadata)!, SymbolReader.LocationOf(property, location));
            if (!attribute.IsValid)
                symbols.LeaveToCompiler();
            if (!symbols.CanRead(property, location) && !property.CanBeReferencedByName)
                continue;

            var metadata = ParseMetadata(property, attribute, location);
            if (all.Find(other => other.Id == metadata.Id) is { } first)
            {
                symbols.Report(
                    DiagnosticDescriptors.TemplateIdTwice,
                    attribute.LocationOf("Id"),
                    property.Name,
                    metadata.Id,
                    first.PropertyName,
                    type.Name);
            }

            all.Add(metadata);
        }

        return all.ToEquatableArray();
    }

    private MetadataModel ParseMetadata(IPropertySymbol property, AttributeReader attribute, LocationInfo? location)
    {
        attribute.TryGet<string>("Id", out var id);
        if (id is not null && string.IsNullOrWhiteSpace(id))
            symbols.Report(DiagnosticDescriptors.MetadataIdEmpty, attribute.LocationOf("Id"), property.Name);

        attribute.TryGet<string>("Label", out var label);
        if (label is not null && string.IsNullOrWhiteSpace(label))
            symbols.Report(DiagnosticDescriptors.LabelEmpty, attribute.LocationOf("Label"), property.Name);

        var type = Underlying(property.Type, out var isNullable);
        var kind = KindOf(type);
        if (kind is null && !symbols.IsLeftToCompiler(type))
        {
            symbols.Report(
                DiagnosticDescriptors.MetadataType,
                SymbolReader.LocationOf(property, location),
                property.Name,
                SymbolReader.Display(property.Type));
        }

        return new(
            property.Name,
            id ?? Words.ToSnakeCase(property.Name),
            label ?? Words.ToLabel(property.Name),
            ParsePriority(property, attribute),
            kind ?? ValueKind.Text,
            isNullable || kind is ValueKind.Text);
    }

    private double ParsePriority(IPropertySymbol property, AttributeReader attribute)
    {
        if (!attribute.TryGet<double>("Priority", out var priority))
            return DefaultPriority;

        if (double.IsNaN(priority) || double.IsInfinity(priority) || priority < 0)
        {
            symbols.Report(
                DiagnosticDescriptors.PriorityRefused,
                attribute.LocationOf("Priority"),
                property.Name,
                Number.Format(priority));
            return DefaultPriority;
        }

        // Scope's app does not pass a 0 on to its page, which puts a row without a priority last.
        if (priority is 0 or >= FirstHiddenPriority)
        {
            symbols.Report(
                DiagnosticDescriptors.PriorityHides,
                attribute.LocationOf("Priority"),
                property.Name,
                Number.Format(priority));
        }

        return priority;
    }

    private static ValueKind? KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => ValueKind.Text,
        SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64
            or SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 => ValueKind.Integer,
        SpecialType.System_UInt64 => ValueKind.UnsignedInteger,
        _ => null,
    };

    private static ITypeSymbol Underlying(ITypeSymbol type, out bool isNullable)
    {
        isNullable = type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;

        return isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
    }
}
