using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Diagnostics;

namespace VolumeCount.Generators.Symbols;

/// <summary>A property, and one of its attributes.</summary>
/// <param name="Property">The property.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Location">Where the property is named.</param>
internal readonly record struct AttributedProperty(
    IPropertySymbol Property, AttributeReader Attribute, LocationInfo? Location)
{
    /// <summary>The property's name.</summary>
    public string Name => Property.Name;
}
