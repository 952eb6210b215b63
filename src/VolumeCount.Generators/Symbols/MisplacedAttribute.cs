using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Diagnostics;

namespace VolumeCount.Generators.Symbols;

/// <summary>Says what is wrong with attributes that nothing reads.</summary>
internal static class MisplacedAttribute
{
    /// <summary>What is wrong with the attribute of a report's properties that <paramref name="context"/> found.</summary>
    public static EquatableArray<DiagnosticInfo> FindStray(
        GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        context.TargetSymbol.ContainingType is { } type && IsStray(context.Attributes[0], type)
            ? new([Of(context.TargetSymbol, context.Attributes[0], type, cancellationToken)])
            : new([]);

    /// <summary>Whether an attribute of a report's properties is in a class that neither is a report nor can be the base of one.</summary>
    public static bool IsStray(AttributeData attribute, ITypeSymbol type) =>
        (SymbolReader.IsOf(attribute.AttributeClass, AttributeNames.ReportTime)
            || SymbolReader.IsOf(attribute.AttributeClass, AttributeNames.Topology))
        && type.IsSealed
        && SymbolReader.Attribute(type, AttributeNames.Plugin) is null;

    /// <summary>What is wrong with an attribute that nothing reads.</summary>
    /// <param name="property">The property that has it.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="type">The class in which nothing reads it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static DiagnosticInfo Of(
        ISymbol property, AttributeData attribute, ITypeSymbol type, CancellationToken cancellationToken)
    {
        var name = attribute.AttributeClass!.Name;
        string[] arguments =
        [
            property.Name, name.Substring(0, name.Length - nameof(Attribute).Length), type.Name, PlaceOf($"{AttributeNames.Namespace}.{name}"),
        ];

        return new(
            DiagnosticDescriptors.Misplaced,
            LocationInfo.From(attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation()),
            arguments.ToEquatableArray());
    }

    private static string PlaceOf(string attribute) => attribute switch
    {
        AttributeNames.ReportTime or AttributeNames.Topology => "a class with [Plugin]",
        AttributeNames.RowId or AttributeNames.Column => "the class of a table's rows",
        AttributeNames.FixedRow => "the class of a table of known rows",
        _ => "the class of a topology's nodes",
    };
}
