using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Parsing;

/// <summary>Makes a <see cref="ReportModel"/> out of an attributed class, and says what is wrong with the class.</summary>
internal sealed class ReportParser
{
    // Scope's own rule, less its "$", which lets a line feed follow.
    private static readonly Regex PluginId = new(@"\A[A-Za-z0-9]+(-[A-Za-z0-9]+)*\z", RegexOptions.CultureInvariant);

    private readonly SymbolReader _symbols;
    private readonly NodeParser _nodes;

    private ReportParser(SymbolReader symbols)
    {
        _symbols = symbols;
        _nodes = new NodeParser(symbols);
    }

    /// <summary>Parses the class that <paramref name="context"/> found.</summary>
    public static ParseResult Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var attribute = SymbolReader.Attribute(type, AttributeNames.Plugin)!;

        // The compiler refuses [Plugin] on a second part of the class; a second file for it would stop the generator.
        if (!IsOn(attribute, context.TargetNode))
            return new(default, default);

        var symbols = new SymbolReader(context.SemanticModel.Compilation, cancellationToken);
        var report = new ReportParser(symbols).ParseReport(type, attribute);
        ImmutableArray<ReportModel> reports = report is null ? [] : [report];

        return new(new(reports), symbols.Diagnostics.Distinct().ToEquatableArray());
    }

    private ReportModel? ParseReport(INamedTypeSymbol type, AttributeData attribute)
    {
        var location = LocationInfo.From(type.Locations.FirstOrDefault());
        if (WhyNoContext(type) is { } reason)
        {
            _symbols.Report(DiagnosticDescriptors.NoContext, location, type.Name, reason);
            return null;
        }

        var properties = SymbolReader.Properties(type);
        var plugin = ParsePlugin(type, _symbols.Read(attribute, location));
        var time = ParseTime(type, properties, location);
        var topologies = ParseTopologies(properties, location);

        return new(
            type.Name,
            type.ToDisplayString(SymbolReader.TypeFormat),
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            string.Join("_", SelfAndContainers(type).Reverse().Select(static type => type.Name)) + "Context",
            HintName(type),
            SelfAndContainers(type).All(static type => type.DeclaredAccessibility is Accessibility.Public),
            plugin,
            time,
            topologies,
            !_symbols.HasErrors);
    }

    private PluginModel ParsePlugin(INamedTypeSymbol type, AttributeReader attribute)
    {
        if (!attribute.IsValid)
        {
            _symbols.LeaveToCompiler();
            return new("", "", "");
        }

        var id = (string?)attribute.ConstructorArgument.Value ?? "";
        if (!PluginId.IsMatch(id))
            _symbols.Report(DiagnosticDescriptors.PluginIdRefused, attribute.ConstructorArgumentLocation, id, type.Name);

        // Label is required: where it is missing, the compiler says so.
        if (!attribute.TryGet<string>("Label", out var label))
            _symbols.LeaveToCompiler();
        else if (string.IsNullOrWhiteSpace(label))
            _symbols.Report(DiagnosticDescriptors.LabelEmpty, attribute.LocationOf("Label"), type.Name);

        attribute.TryGet<string>("Description", out var description);

        return new(id, label ?? "", description ?? "");
    }

    private string ParseTime(INamedTypeSymbol type, List<IPropertySymbol> properties, LocationInfo? location)
    {
        var times = SymbolReader.Marked(properties, AttributeNames.ReportTime);
        if (times.Count == 0)
        {
            _symbols.Report(DiagnosticDescriptors.NoReportTime, location, type.Name);
            return "";
        }

        foreach (var second in times.Skip(1))
        {
            _symbols.Report(
                DiagnosticDescriptors.SeveralReportTimes,
                SymbolReader.LocationOf(second, location),
                second.Name,
                type.Name,
                times[0].Name);
        }

        var time = times[0];
        if (_symbols.CanRead(time, location)
            && !_symbols.IsLeftToCompiler(time.Type)
            && time.Type.ToDisplayString() is not "System.DateTimeOffset")
        {
            _symbols.Report(
                DiagnosticDescriptors.ReportTimeType,
                SymbolReader.LocationOf(time, location),
                time.Name,
                SymbolReader.Display(time.Type));
        }

        return time.Name;
    }

    private EquatableArray<TopologyModel> ParseTopologies(List<IPropertySymbol> properties, LocationInfo? location)
    {
        var topologies = new List<TopologyModel>();
        foreach (var property in SymbolReader.Marked(properties, AttributeNames.Topology))
        {
            if (ParseTopology(property, topologies, SymbolReader.LocationOf(property, location)) is { } topology)
                topologies.Add(topology);
        }

        return topologies.ToEquatableArray();
    }

    private TopologyModel? ParseTopology(IPropertySymbol property, List<TopologyModel> others, LocationInfo? location)
    {
        var attribute = _symbols.Read(SymbolReader.Attribute(property, AttributeNames.Topology)!, location);
        if (!attribute.IsValid || _symbols.IsLeftToCompiler(property.Type))
        {
            _symbols.LeaveToCompiler();
            return null;
        }

        _symbols.CanRead(property, location);

        var name = NameOf(attribute.ConstructorArgument);
        if (name is null || NodeIds.SuffixOf(name) is not { } suffix)
        {
            _symbols.Report(
                DiagnosticDescriptors.TopologyUnknown,
                attribute.ConstructorArgumentLocation,
                name ?? attribute.ConstructorArgument.Value?.ToString() ?? "",
                property.Name);
            return null;
        }

        if (others.Find(other => other.Name == name) is { } first)
        {
            _symbols.Report(
                DiagnosticDescriptors.TopologyTwice,
                attribute.ConstructorArgumentLocation,
                name,
                property.Name,
                first.PropertyName);
            return null;
        }

        if (ElementOf(property.Type) is not { } element)
        {
            _symbols.Report(
                DiagnosticDescriptors.TopologyNotCollection, location, property.Name, SymbolReader.Display(property.Type));
            return null;
        }

        return _nodes.Parse(element, property, location) is { } node ? new(name, suffix, property.Name, node) : null;
    }

    /// <summary>Why no file of its own can hold the context of <paramref name="type"/>, or null if one can.</summary>
    private string? WhyNoContext(INamedTypeSymbol type)
    {
        if (type.IsStatic)
            return "it is static";
        if (SelfAndContainers(type).Any(static type => type.IsGenericType))
            return "it, or a type around it, is generic";
        if (SelfAndContainers(type).Any(static type => type.IsFileLocal))
            return "it, or a type around it, is local to its file";
        if (!_symbols.IsAccessible(type))
            return "it, or a type around it, is private or protected";
        return null;
    }

    private static bool IsOn(AttributeData attribute, SyntaxNode node) =>
        attribute.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == node.SyntaxTree
        && node.Span.Contains(reference.Span);

    private static IEnumerable<INamedTypeSymbol> SelfAndContainers(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
            yield return current;
    }

    private static string HintName(INamedTypeSymbol type)
    {
        var name = string.Join("+", SelfAndContainers(type).Reverse().Select(static type => type.MetadataName));
        var prefix = type.ContainingNamespace.IsGlobalNamespace ? "" : MetadataName(type.ContainingNamespace) + ".";

        return $"{prefix}{name}Context.g.cs";
    }

    private static string MetadataName(INamespaceSymbol space) => space.ContainingNamespace.IsGlobalNamespace
        ? space.MetadataName
        : $"{MetadataName(space.ContainingNamespace)}.{space.MetadataName}";

    /// <summary>The name of the enumeration's member that <paramref name="constant"/> is, or null if it is none.</summary>
    private static string? NameOf(TypedConstant constant) => constant.Type?.GetMembers()
        .OfType<IFieldSymbol>()
        .FirstOrDefault(field => Equals(field.ConstantValue, constant.Value))?.Name;

    /// <summary>The type of the elements, or null if <paramref name="type"/> is no collection, or several at once.</summary>
    private static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        var collections = type.AllInterfaces
            .Concat([type])
            .OfType<INamedTypeSymbol>()
            .Where(static type =>
                type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T)
            .ToList();

        return collections.Count == 1 ? collections[0].TypeArguments[0] : null;
    }
}
