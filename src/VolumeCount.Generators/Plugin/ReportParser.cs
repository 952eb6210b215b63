using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Diagnostics;
using VolumeCount.Generators.Emission;
using VolumeCount.Generators.Symbols;
using VolumeCount.Generators.Topologies;
using VolumeCount.Generators.Values;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.Plugin;

/// <summary>Parses a class marked <c>[Plugin]</c> into a <see cref="ReportModel"/>.</summary>
internal sealed class ReportParser(SymbolReader symbols)
{
    /// <summary>Parses the class that <paramref name="context"/> found.</summary>
    public static ParseResult Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var attribute = SymbolReader.Attribute(type, AttributeNames.Plugin)!;

        // The compiler refuses [Plugin] on a second part of the class; a second file for it would stop the generator.
        if (!IsOn(attribute, context.TargetNode))
            return new(new([]), new([]), null, new([]));

        var symbols = new SymbolReader(context.SemanticModel.Compilation, cancellationToken);
        var report = new ReportParser(symbols).ParseReport(type, attribute);
        ImmutableArray<ReportModel> reports = report is null ? [] : [report];

        // Its bases are read as a part of it.
        var bases = SymbolReader.SelfAndBases(type).SelectMany(static type => new[]
        {
            SymbolReader.ReadKey(type, AttributeNames.ReportTime), SymbolReader.ReadKey(type, AttributeNames.Topology),
        });

        return new(
            new(reports),
            symbols.Diagnostics.Distinct().ToEquatableArray(),
            LocationInfo.From(type.Locations.FirstOrDefault()),
            symbols.ReadKeys.Concat(bases).Distinct().ToEquatableArray());
    }

    private ReportModel? ParseReport(INamedTypeSymbol type, AttributeData attribute)
    {
        var location = LocationInfo.From(type.Locations.FirstOrDefault());
        if (ContextError(type) is { } reason)
        {
            symbols.Report(DiagnosticDescriptors.NoContext, location, type.Name, reason);
            return null;
        }

        var contextName = FlatName(type) + "Context";
        var isPublic = SelfAndContainers(type).All(static type => type.DeclaredAccessibility is Accessibility.Public);
        if (FindNonPartial(type, contextName) is { } other)
            return RefuseContext(other, "a type or namespace that is not a partial class");
        foreach (var part in type.ContainingNamespace.GetTypeMembers(contextName, 0).Where(static part => !part.IsFileLocal))
        {
            if (PartError(part, isPublic, type.Name) is { } partError)
                return RefuseContext(part, $"a partial class that cannot be a part of it, as {partError}");
        }

        var plugin = ParsePlugin(type, symbols.Read(attribute, location));
        var time = ParseTime(type, location);
        var topologies = ParseTopologies(type, location);

        // After other errors, properties may not have been read, although the report would read them.
        if (!symbols.HasErrors)
            symbols.ReportMisplaced();

        return new(
            type.Name,
            SymbolReader.CodeName(type),
            type.IsReferenceType,
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            contextName,
            isPublic,
            plugin,
            time,
            topologies,
            !symbols.HasErrors);

        ReportModel? RefuseContext(INamespaceOrTypeSymbol taken, string reason)
        {
            symbols.Report(
                DiagnosticDescriptors.ContextNameTaken,
                LocationInfo.From(taken.Locations[0]),
                contextName, type.Name, reason);
            return null;
        }
    }

    /// <summary>
    /// The reason why a part of the context that its author wrote does not fit the generated part; null if it fits.
    /// </summary>
    private static string? PartError(INamedTypeSymbol part, bool isPublic, string report)
    {
        var declarations = part.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax())
            .OfType<ClassDeclarationSyntax>().ToList();
        var modifiers = declarations
            .SelectMany(static declaration => declaration.Modifiers)
            .Select(static token => token.Kind())
            .ToList();
        if (modifiers.Contains(SyntaxKind.StaticKeyword) || modifiers.Contains(SyntaxKind.AbstractKeyword))
            return "it is static or abstract";
        if (modifiers.Contains(isPublic ? SyntaxKind.InternalKeyword : SyntaxKind.PublicKeyword))
            return "the context is " + (isPublic ? "public" : "internal");
        if (declarations.Any(static declaration => declaration.ParameterList is not null))
            return "it has a primary constructor";
        if (part.BaseType is { SpecialType: not SpecialType.System_Object } baseType
            && SymbolReader.FullName(baseType) is not "System.Text.Json.Serialization.JsonSerializerContext")
        {
            return "it has another base class";
        }

        if (part.InstanceConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared && IsEmitted(constructor)))
            return "it has a constructor with the same parameters";
        if (SymbolReader.Attribute(part, "System.CodeDom.Compiler.GeneratedCodeAttribute") is not null)
            return "it has the attribute [GeneratedCode]";

        var other = part.GetMembers()
            .FirstOrDefault(member => member.Name == report || Names.EmittedMembers.Contains(member.Name));
        return other is null ? null : $"it has a member '{other.Name}'";
    }

    private static bool IsEmitted(IMethodSymbol constructor) =>
        constructor.Parameters.Length == 0
        || (constructor.Parameters.Length == 1
            && SymbolReader.FullName(constructor.Parameters[0].Type) is "System.Text.Json.JsonSerializerOptions");

    private PluginModel ParsePlugin(INamedTypeSymbol type, AttributeReader attribute)
    {
        if (!attribute.IsValid)
        {
            symbols.LeaveToCompiler();
            return new("", "", "");
        }

        var id = (string?)attribute.ConstructorArgument.Value ?? "";
        if (!PluginIds.IsValid(id))
            symbols.Report(DiagnosticDescriptors.PluginIdRefused, attribute.ConstructorArgumentLocation, id, type.Name);

        // Label is required: if it is missing, the compiler reports that.
        var label = attribute.Get<string>("Label") ?? "";
        if (!attribute.TryGet("Label", out _))
            symbols.LeaveToCompiler();
        else if (string.IsNullOrWhiteSpace(label))
            symbols.Report(DiagnosticDescriptors.LabelEmpty, attribute.LocationOf("Label"), type.Name);

        return new(id, label, attribute.Get<string>("Description") ?? "");
    }

    private string ParseTime(INamedTypeSymbol type, LocationInfo? location)
    {
        if (symbols.SingleProperty(type, AttributeNames.ReportTime, location, DiagnosticDescriptors.SeveralReportTimes)
            is not { } time)
        {
            if (!symbols.HasMoreThan(0, type, AttributeNames.ReportTime))
                symbols.Report(DiagnosticDescriptors.NoReportTime, location, type.Name);
            return "";
        }

        if (SymbolReader.FullName(time.Type) is not "System.DateTimeOffset")
            symbols.ReportType(DiagnosticDescriptors.ReportTimeType, time);

        return time.Name;
    }

    private EquatableArray<TopologyModel> ParseTopologies(INamedTypeSymbol type, LocationInfo? location)
    {
        var topologies = new List<TopologyModel>();
        var properties = symbols.AttributedProperties(type, AttributeNames.Topology, location);
        foreach (var property in properties)
        {
            if (ParseTopology(property, topologies) is { } topology)
                topologies.Add(topology);
        }

        new ControlRules(symbols, properties).Check(topologies);
        return topologies.ToEquatableArray();
    }

    private TopologyModel? ParseTopology(AttributedProperty property, List<TopologyModel> others)
    {
        if (symbols.IsLeftToCompiler(property.Type) || symbols.TopologyOf(property) is not { } name)
            return null;

        if (others.Find(other => other.Name == name) is { } first)
        {
            symbols.Report(
                DiagnosticDescriptors.TopologyTwice,
                property.Attribute.ConstructorArgumentLocation,
                name,
                property.Name,
                first.PropertyName);
            return null;
        }

        if (ValueParser.ParseCollection(property.Type, out var element) is not { } nodes)
        {
            symbols.ReportType(DiagnosticDescriptors.TopologyNotCollection, property);
            return null;
        }

        return new NodeParser(symbols).Parse(element, property, name) is { } node
            ? new(name, property.Name, nodes, node)
            : null;
    }

    /// <summary>
    /// A type or namespace that has the context's name and cannot be a part of it; null if the name is free.
    /// </summary>
    private static INamespaceOrTypeSymbol? FindNonPartial(INamedTypeSymbol report, string contextName) =>
        report.ContainingNamespace
        .GetMembers(contextName)
        .Where(static member => member is not (INamedTypeSymbol { Arity: > 0 } or INamedTypeSymbol { IsFileLocal: true }))
        .FirstOrDefault(static member => !member.DeclaringSyntaxReferences.All(static reference =>
            reference.GetSyntax() is ClassDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)));

    private static string FlatName(INamedTypeSymbol type) =>
        string.Join("_", SelfAndContainers(type).Reverse().Select(static type => type.Name));

    /// <summary>The reason why no file can contain the context of <paramref name="type"/>; null if one can.</summary>
    private string? ContextError(INamedTypeSymbol type)
    {
        if (type.IsStatic)
            return "it is static";
        if (type.IsRefLikeType)
            return "it is a ref struct";
        if (SelfAndContainers(type).Any(static type => type.IsGenericType))
            return "it, or a type around it, is generic";
        if (SelfAndContainers(type).Any(static type => type.IsFileLocal))
            return "it, or a type around it, is local to its file";
        if (SymbolReader.IsRefusedType(type))
            return "it, or a type around it, is obsolete, and using it an error";
        if (!symbols.IsAccessible(type))
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
}
