using VolumeCount.Generators.Values;

namespace VolumeCount.Generators.NodeIds;

/// <summary>A property marked <c>[NodeId]</c>.</summary>
/// <param name="PropertyName">The property's name.</param>
/// <param name="Kind">What the property is: a text, an integer or an address.</param>
/// <param name="IsNullableStruct">Whether the property's type is a <see cref="Nullable{T}"/>.</param>
/// <param name="MayBeEmpty">Whether the part may be empty; a node where another one is has no id.</param>
internal sealed record NodeIdPartModel(string PropertyName, ValueKind Kind, bool IsNullableStruct, bool MayBeEmpty);
