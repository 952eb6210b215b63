using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Diagnostics;
using VolumeCount.Generators.Emission;

namespace VolumeCount.Generators.Symbols;

/// <summary>Reads symbols for the parsers, and collects their diagnostics.</summary>
internal sealed class SymbolReader(Compilation compilation, CancellationToken cancellationToken)
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly Dictionary<ITypeSymbol, List<IPropertySymbol>> _properties = new(SymbolEqualityComparer.Default);
    private readonly HashSet<(ITypeSymbol Type, string Name)> _asked = [];
    private readonly HashSet<ISymbol> _ambiguous = new(SymbolEqualityComparer.Default);
    private bool _isLeftToCompiler;

    /// <summary>The diagnostics so far.</summary>
    public IReadOnlyList<DiagnosticInfo> Diagnostics => _diagnostics;

    /// <summary>Whether the generator or the compiler found errors, so that the report cannot be written.</summary>
    public bool HasErrors => _isLeftToCompiler
        || _diagnostics.Any(static diagnostic => diagnostic.Descriptor.DefaultSeverity is DiagnosticSeverity.Error);

    /// <summary>The attributes that were read, and of which types, as <see cref="ReadKey"/> writes them.</summary>
    public IEnumerable<string> ReadKeys => _asked.Select(static asked => ReadKey(asked.Type, asked.Name));

    /// <summary>The attribute <paramref name="name"/> on the properties of <paramref name="type"/>.</summary>
    public static string ReadKey(ITypeSymbol type, string name) => $"{name} {FullName(type.OriginalDefinition)}";

    /// <summary>Keeps a diagnostic.</summary>
    public void Report(DiagnosticDescriptor descriptor, LocationInfo? location, params string[] arguments) =>
        _diagnostics.Add(new(descriptor, location, arguments));

    /// <summary>Reports the type of <paramref name="property"/>, unless the compiler does that itself.</summary>
    public void ReportType(DiagnosticDescriptor descriptor, AttributedProperty property, params string[] details)
    {
        if (!IsLeftToCompiler(property.Type))
            Report(descriptor, property.Location, [property.Name, Display(property.Type), .. details]);
    }

    /// <summary>Notes an error that the compiler reports itself.</summary>
    public void LeaveToCompiler() => _isLeftToCompiler = true;

    /// <summary>Whether <paramref name="type"/> has a part that the compiler does not know, and reports itself.</summary>
    public bool IsLeftToCompiler(ITypeSymbol type)
    {
        var hasError = NamedIn(type).Any(static part => part is IErrorTypeSymbol);
        _isLeftToCompiler |= hasError;
        return hasError;
    }

    /// <summary>Whether emitted code may name <paramref name="symbol"/>.</summary>
    public bool IsAccessible(ISymbol symbol) => compilation.IsSymbolAccessibleWithin(symbol, compilation.Assembly);

    /// <summary>Reads <paramref name="attribute"/>, which is on something at <paramref name="location"/>.</summary>
    public AttributeReader Read(AttributeData attribute, LocationInfo? location) =>
        new(attribute, location, cancellationToken);

    /// <summary>The first attribute of the type <paramref name="name"/> on <paramref name="symbol"/>.</summary>
    public static AttributeData? Attribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => IsOf(attribute.AttributeClass, name));

    /// <summary>
    /// The name of <paramref name="type"/> in emitted code: in full, with the nullability of type arguments.
    /// </summary>
    // The compiler escapes no contextual keywords, such as partial, which are not allowed in every place for a type.
    public static string CodeName(ITypeSymbol type) => string.Concat(type.WithNullableAnnotation(NullableAnnotation.None)
        .ToDisplayParts(TypeFormat)
        .Select(static part => part.Kind is SymbolDisplayPartKind.Keyword
            || part.ToString().StartsWith("@", StringComparison.Ordinal)
            ? part.ToString()
            : CSharp.Identifier(part.ToString())));

    /// <summary>The name of <paramref name="type"/> as messages have it.</summary>
    public static string Display(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>The full name of <paramref name="type"/>, without its nullability.</summary>
    public static string FullName(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString();

    /// <summary>
    /// The name of the enumeration's member that <paramref name="constant"/> is, or null if it is not a member.
    /// </summary>
    public static string? MemberOf(TypedConstant constant) => constant.Type?.GetMembers()
        .OfType<IFieldSymbol>()
        .FirstOrDefault(field => Equals(field.ConstantValue, constant.Value))?.Name;

    /// <summary>The type inside a <see cref="Nullable{T}"/>, or the type itself.</summary>
    public static ITypeSymbol Underlying(ITypeSymbol type, out bool isNullable)
    {
        isNullable = type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;

        return isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
    }

    /// <summary><paramref name="type"/> and its base classes, or the interfaces that an interface has as bases.</summary>
    public static IEnumerable<ITypeSymbol> SelfAndBases(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current;
        if (type.TypeKind is not TypeKind.Interface)
            yield break;
        foreach (var current in type.AllInterfaces)
            yield return current;
    }

    /// <summary>
    /// The properties of <paramref name="type"/> with the attribute <paramref name="name"/>. What code cannot read, or the
    /// compiler does not understand, is reported.
    /// </summary>
    public IReadOnlyList<AttributedProperty> AttributedProperties(ITypeSymbol type, string name, LocationInfo? fallback)
    {
        _asked.Add((type, name));
        var attributed = new List<AttributedProperty>();
        foreach (var property in Properties(type))
        {
            if (Attribute(property, name) is not { } attribute)
                continue;

            var location = LocationInfo.From(property.Locations.FirstOrDefault()) ?? fallback;
            var reader = Read(attribute, location);
            if (!reader.IsValid)
                LeaveToCompiler();
            if (ReadError(property) is { } reason)
                Report(DiagnosticDescriptors.PropertyUnreadable, location, property.Name, reason);
            if (reader.HasConstructor && property.CanBeReferencedByName)
                attributed.Add(new(property.Name, property.Type, reader, location));
        }

        return attributed;
    }

    /// <summary>
    /// The only property of <paramref name="type"/> with the attribute <paramref name="name"/>; the second and later ones
    /// are reported.
    /// </summary>
    public AttributedProperty? SingleProperty(
        ITypeSymbol type, string name, LocationInfo? fallback, DiagnosticDescriptor several)
    {
        var properties = AttributedProperties(type, name, fallback);
        foreach (var second in properties.Skip(1))
            Report(several, second.Location, second.Name, type.Name, properties[0].Name);

        return properties.Count > 0 ? properties[0] : null;
    }

    /// <summary>
    /// Whether more properties of <paramref name="type"/> have the attribute <paramref name="name"/> than
    /// <see cref="AttributedProperties"/> returned. Those have diagnostics of their own.
    /// </summary>
    public bool HasMoreThan(int count, ITypeSymbol type, string name) =>
        Properties(type).Count(property => Attribute(property, name) is not null) > count;

    /// <summary>Reports the attributes on properties of the report's classes that the report does not read.</summary>
    public void ReportMisplaced()
    {
        foreach (var (type, properties) in _properties.Select(static pair => (pair.Key, pair.Value)))
        {
            foreach (var property in properties)
            {
                foreach (var attribute in property.GetAttributes().Where(IsOurs))
                {
                    // A stray is found without a report.
                    if (!_asked.Contains((type, attribute.AttributeClass!.ToDisplayString()))
                        && !MisplacedAttribute.IsStray(attribute, type))
                    {
                        _diagnostics.Add(MisplacedAttribute.Of(property, attribute, type.Name, cancellationToken));
                    }
                }
            }
        }
    }

    /// <summary>The topology in the attribute's argument; null if Scope does not have it, which is reported.</summary>
    public string? TopologyOf(AttributedProperty property)
    {
        if (MemberOf(property.Attribute.ConstructorArgument) is { } topology)
            return topology;

        Report(
            DiagnosticDescriptors.TopologyUnknown,
            property.Attribute.ConstructorArgumentLocation,
            property.Attribute.ConstructorArgument.Value?.ToString() ?? "",
            property.Name);
        return null;
    }

    /// <summary>
    /// The properties with attributes that <paramref name="type"/> has or inherits, base classes first, less those that
    /// another one hides.
    /// </summary>
    private List<IPropertySymbol> Properties(ITypeSymbol type)
    {
        if (_properties.TryGetValue(type, out var all))
            return all;

        all = [];
        _properties.Add(type, all);
        var names = new HashSet<string>();
        foreach (var current in SelfAndBases(type))
        {
            // An override without our attributes inherits the base property's.
            var own = current.GetMembers()
                .OfType<IPropertySymbol>()
                .Where(static property => !property.IsOverride || property.GetAttributes().Any(IsOurs))
                .ToList();
            foreach (var property in own.Where(property => names.Contains(property.Name)))
                NoteIfAmbiguous(property, all);
            all.InsertRange(0, own.Where(property => names.Add(property.Name)));
        }

        return all;
    }

    // An interface hides only the properties of its own bases.
    private void NoteIfAmbiguous(IPropertySymbol property, List<IPropertySymbol> others)
    {
        var first = others.First(other => other.Name == property.Name);
        if (property.ContainingType.TypeKind is TypeKind.Interface
            && !first.ContainingType.AllInterfaces.Contains(property.ContainingType, SymbolEqualityComparer.Default))
        {
            _ambiguous.Add(first);
        }
    }

    /// <summary>Whether it is an error to use <paramref name="symbol"/>: <c>[Obsolete("…", error: true)]</c>.</summary>
    public static bool IsRefused(ISymbol symbol) =>
        Attribute(symbol, "System.ObsoleteAttribute") is { ConstructorArguments: { Length: 2 } arguments }
        && arguments[1].Value is true;

    /// <summary>Whether it is an error to name <paramref name="type"/>, or a part of it.</summary>
    public static bool IsRefusedType(ITypeSymbol type) => NamedIn(type).Any(IsRefused);

    /// <summary>Whether <paramref name="attribute"/> is one of the kit's.</summary>
    public static bool IsOurs(AttributeData attribute) =>
        attribute.AttributeClass?.ContainingNamespace?.ToDisplayString() is AttributeNames.Namespace;

    /// <summary>Whether <paramref name="type"/> is the one that is called <paramref name="name"/>.</summary>
    // The last part of the name, which is cheap to compare, distinguishes most attributes.
    public static bool IsOf(INamedTypeSymbol? type, string name) =>
        type is not null && name.EndsWith(type.Name, StringComparison.Ordinal) && type.ToDisplayString() == name;

    /// <summary>The types that the name of <paramref name="type"/> mentions.</summary>
    private static IEnumerable<ISymbol> NamedIn(ITypeSymbol type) =>
        type.ToDisplayParts(TypeFormat).Select(static part => part.Symbol).OfType<ISymbol>();

    // An override of the setter alone inherits the getter.
    private static IMethodSymbol? GetterOf(IPropertySymbol property) =>
        property.GetMethod ?? (property.OverriddenProperty is { } overridden ? GetterOf(overridden) : null);

    private string? ReadError(IPropertySymbol property) => property switch
    {
        { IsIndexer: true } => "is an indexer",
        { IsStatic: true } => "is static",
        _ when GetterOf(property) is null => "has no getter",
        { CanBeReferencedByName: false } => "implements an interface explicitly",
        _ when _ambiguous.Contains(property) => "is inherited from two interfaces",
        _ when IsRefused(property) || IsRefused(GetterOf(property)!) => "is obsolete, and using it an error",
        // Where its whole class is out of reach, so is what leads to the class, and that is what is reported.
        _ when !IsAccessible(GetterOf(property)!) && IsAccessible(property.ContainingType) => "is private or protected",
        _ => null,
    };
}
