namespace VolumeCount.Generators.Models;

/// <summary>An enumeration whose members' names are reported.</summary>
/// <param name="TypeName">The enumeration's name as code refers to it from anywhere.</param>
/// <param name="Members">The names of its members; of those with the same value, the first.</param>
internal sealed record EnumerationModel(string TypeName, EquatableArray<string> Members);
