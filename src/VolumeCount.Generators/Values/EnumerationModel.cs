using VolumeCount.Generators.Collections;

namespace VolumeCount.Generators.Values;

/// <summary>An enumeration whose members' names are reported.</summary>
/// <param name="TypeName">The enumeration's name as code refers to it from anywhere.</param>
/// <param name="Members">The names of its members; of those with the same value, the first.</param>
/// <param name="NumberType">
/// The type of the number that is written for a value without a member; null if the value may be several flags.
/// </param>
internal sealed record EnumerationModel(string TypeName, EquatableArray<string> Members, string? NumberType);
