using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Diagnostics;

namespace VolumeCount.Generators.Symbols;

/// <summary>An attribute on a property. Whether a report reads it, only all reports together show.</summary>
/// <param name="Read">What a report that reads it has read, as <see cref="SymbolReader.ReadKey"/> writes it.</param>
/// <param name="Bases">
/// The same for the bases of the class, and their names in messages. A report that reads one of these does not read the
/// attribute.
/// </param>
/// <param name="Diagnostic">The diagnostic, less the name of the base.</param>
internal sealed record SuspectAttribute(
    string Read, EquatableArray<(string Read, string Name)> Bases, DiagnosticInfo Diagnostic)
{
    private static readonly HashSet<string> Names =
    [
        .. new[]
        {
            AttributeNames.ReportTime, AttributeNames.Topology, AttributeNames.NodeId, AttributeNames.Standalone,
            AttributeNames.Metadata, AttributeNames.Metric, AttributeNames.Table, AttributeNames.RowId,
            AttributeNames.Column,
            AttributeNames.FixedRow, AttributeNames.Parents, AttributeNames.Adjacency, AttributeNames.Control,
        }.Select(static name => name.Substring(AttributeNames.Namespace.Length + 1))
        .SelectMany(static name => new[] { name, name.Substring(0, name.Length - nameof(Attribute).Length) }),
    ];

    /// <summary>Whether <paramref name="node"/> is a property with an attribute that looks like one of the kit's.</summary>
    public static bool IsCandidate(SyntaxNode node) => node switch
    {
        PropertyDeclarationSyntax property => HasCandidate(property.AttributeLists),
        ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } parameter => HasCandidate(parameter.AttributeLists),
        _ => false,
    };

    /// <summary>The suspect attributes of the property at <paramref name="context"/>.</summary>
    public static EquatableArray<SuspectAttribute> Find(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        var symbol = context.SemanticModel.GetDeclaredSymbol(context.Node, cancellationToken);
        var property = symbol is IParameterSymbol parameter
            ? parameter.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault()
            : symbol as IPropertySymbol;
        if (property?.ContainingType is not { } type)
            return new([]);

        var attributes = property.GetAttributes().Where(SymbolReader.IsOurs);

        // A block that extends a class is a type declaration as well.
        if (context.Node.Parent is TypeDeclarationSyntax and not (
            ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax or InterfaceDeclarationSyntax))
        {
            var place = "extension" + ((TypeDeclarationSyntax)context.Node.Parent).ParameterList;
            return attributes
                .Select(attribute => Unread("", MisplacedAttribute.Of(property, attribute, place, cancellationToken)))
                .ToEquatableArray();
        }

        var bases = SymbolReader.SelfAndBases(type).Skip(1).Union(type.AllInterfaces, SymbolEqualityComparer.Default)
            .OfType<ITypeSymbol>()
            .ToList();

        return attributes.Select(attribute => Suspect(property, attribute, bases, cancellationToken))
            .OfType<SuspectAttribute>()
            .ToEquatableArray();
    }

    /// <summary>The diagnostic, unless one of the reports reads the attribute, or all would without it.</summary>
    /// <param name="read">What all reports have read.</param>
    public DiagnosticInfo? Resolve(HashSet<string> read)
    {
        if (read.Contains(Read))
            return null;
        if (Bases.Count == 0)
            return Diagnostic;

        var (_, name) = Bases.FirstOrDefault(@base => read.Contains(@base.Read));
        return name is null
            ? null
            : Diagnostic with { Arguments = Diagnostic.Arguments.Concat([name]).ToEquatableArray() };
    }

    private static SuspectAttribute? Suspect(
        IPropertySymbol property, AttributeData attribute, List<ITypeSymbol> bases, CancellationToken cancellationToken)
    {
        var type = property.ContainingType;
        var name = attribute.AttributeClass!.ToDisplayString();
        var key = SymbolReader.ReadKey(type, name);
        if (MisplacedAttribute.IsOfReport(attribute))
        {
            return MisplacedAttribute.IsStray(attribute, type)
                ? Unread(key, MisplacedAttribute.Of(property, attribute, type.Name, cancellationToken))
                : null;
        }

        // What a base declares as well is read through the base.
        if (bases.Count == 0 || bases.Any(@base => @base.GetMembers(property.Name).OfType<IPropertySymbol>().Any()))
            return null;

        return new(
            key,
            bases.Select(@base => (SymbolReader.ReadKey(@base, name), SymbolReader.Display(@base))).ToEquatableArray(),
            new(
                DiagnosticDescriptors.DerivedUnread,
                MisplacedAttribute.LocationOf(attribute, cancellationToken),
                property.Name, MisplacedAttribute.NameOf(attribute), type.Name));
    }

    private static SuspectAttribute Unread(string read, DiagnosticInfo diagnostic) =>
        new(read, new([]), diagnostic);

    private static bool HasCandidate(SyntaxList<AttributeListSyntax> lists) => lists.Any(static list => list.Attributes.Any(
        static attribute => Names.Contains(attribute.Name.GetLastToken().ValueText)));
}
