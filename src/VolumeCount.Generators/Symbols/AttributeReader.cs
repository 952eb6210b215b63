using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VolumeCount.Generators.Diagnostics;

namespace VolumeCount.Generators.Symbols;

/// <summary>Reads an attribute's arguments and their locations.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="fallback">The place to name if the attribute itself is in no source file.</param>
/// <param name="cancellationToken">Stops the reading.</param>
internal readonly struct AttributeReader(
    AttributeData attribute, LocationInfo? fallback, CancellationToken cancellationToken)
{
    private readonly AttributeSyntax? _syntax =
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;

    /// <summary>Whether the compiler understood the attribute; if not, it reports that itself.</summary>
    public bool IsValid => HasConstructor
        && attribute.NamedArguments.All(static argument => argument.Value.Kind is not TypedConstantKind.Error);

    /// <summary>The constructor's only argument.</summary>
    public TypedConstant ConstructorArgument => attribute.ConstructorArguments[0];

    /// <summary>Where the constructor's only argument is.</summary>
    public LocationInfo? ConstructorArgumentLocation =>
        LocationOf(_syntax?.ArgumentList?.Arguments
            .FirstOrDefault(static argument => argument.NameEquals is null)?.Expression);

    /// <summary>Whether the compiler understood the constructor's arguments at least.</summary>
    public bool HasConstructor => attribute.AttributeConstructor is not null
        && attribute.ConstructorArguments.All(static argument => argument.Kind is not TypedConstantKind.Error);

    /// <summary>
    /// The argument called <paramref name="name"/>; false if the attribute does not have it, or the compiler did not
    /// understand it.
    /// </summary>
    public bool TryGet(string name, out TypedConstant value)
    {
        // The default is an error as well.
        value = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;
        return value.Kind is not TypedConstantKind.Error;
    }

    /// <summary>The value of the argument called <paramref name="name"/>; the type's default without it.</summary>
    public T? Get<T>(string name) => TryGet(name, out var argument) ? (T?)argument.Value : default;

    /// <summary>
    /// The location of the argument called <paramref name="name"/>; that of the attribute's target without the argument.
    /// </summary>
    public LocationInfo? LocationOf(string name) =>
        LocationOf(_syntax?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression);

    private LocationInfo? LocationOf(ExpressionSyntax? expression) =>
        LocationInfo.From(expression?.GetLocation()) ?? fallback;
}
