using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Diagnostics;

namespace VolumeCount.Generators.Symbols;

/// <summary>A property, and one of its attributes.</summary>
internal readonly record struct AttributedProperty(
    string Name, ITypeSymbol Type, AttributeReader Attribute, LocationInfo? Location);
