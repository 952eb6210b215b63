using VolumeCount.Generators.Collections;

namespace VolumeCount.Generators.Vocabulary;

/// <summary>The form that a topology gives to the ids of its nodes.</summary>
/// <param name="Start">What comes before the id's parts.</param>
/// <param name="Parts">The names of the parts; between them is a semicolon.</param>
/// <param name="End">What comes after them.</param>
internal sealed record NodeIdForm(string Start, EquatableArray<string> Parts, string End);
