using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Diagnostics;

namespace VolumeCount.Generators.Symbols;

/// <summary>A property, and one of its attributes.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Type">The property's type.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Location">Where the property is named.</param>
internal readonly record struct AttributedProperty(
    string Name, ITypeSymbol Type, AttributeReader Attribute, LocationInfo? Location);
