using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Diagnostics;

namespace VolumeCount.Generators.Symbols;

/// <summary>Creates the diagnostics for attributes that no report reads.</summary>
internal static class MisplacedAttribute
{
    /// <summary>
    /// Whether <paramref name="attribute"/> is one of a report's properties, on a property of a class that is not a report,
    /// and that reports of other assemblies are not expected to inherit from.
    /// </summary>
    public static bool IsStray(AttributeData attribute, ITypeSymbol type) =>
        IsOfReport(attribute)
        && SymbolReader.Attribute(type, AttributeNames.Plugin) is null
        && type is not { TypeKind: TypeKind.Class, IsAbstract: true, DeclaredAccessibility: Accessibility.Public };

    /// <summary>Whether <paramref name="attribute"/> is one of a report's properties.</summary>
    public static bool IsOfReport(AttributeData attribute) =>
        SymbolReader.IsOf(attribute.AttributeClass, AttributeNames.ReportTime)
        || SymbolReader.IsOf(attribute.AttributeClass, AttributeNames.Topology);

    /// <summary>The diagnostic for an attribute in the class or block <paramref name="place"/>, unread there.</summary>
    public static DiagnosticInfo Of(
        ISymbol property, AttributeData attribute, string place, CancellationToken cancellationToken)
    {
        var target = PlaceOf(attribute.AttributeClass!.ToDisplayString());

        return new(
            DiagnosticDescriptors.Misplaced,
            LocationOf(attribute, cancellationToken),
            property.Name, NameOf(attribute), place, target);
    }

    /// <summary>The attribute's name in code.</summary>
    public static string NameOf(AttributeData attribute)
    {
        var name = attribute.AttributeClass!.Name;

        return name.Substring(0, name.Length - nameof(Attribute).Length);
    }

    /// <summary>Where the attribute is, if it is in a source file.</summary>
    public static LocationInfo? LocationOf(AttributeData attribute, CancellationToken cancellationToken) =>
        LocationInfo.From(attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation());

    private static string PlaceOf(string attribute) => attribute switch
    {
        AttributeNames.ReportTime or AttributeNames.Topology => "a class with [Plugin], or mark this class with it",
        AttributeNames.RowId or AttributeNames.Column => "the class of a table's rows",
        AttributeNames.FixedRow => "the class of a table of known rows",
        _ => "the class of a topology's nodes",
    };
}
