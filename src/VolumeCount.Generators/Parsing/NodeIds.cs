namespace VolumeCount.Generators.Parsing;

/// <summary>The form that each topology gives to the ids of its nodes.</summary>
internal static class NodeIds
{
    private static readonly Dictionary<string, string> Suffixes = new()
    {
        ["Container"] = ";<container>",
    };

    /// <summary>What follows a node's id in <paramref name="topology"/>, or null if Scope has no such topology.</summary>
    public static string? SuffixOf(string topology) => Suffixes.TryGetValue(topology, out var suffix) ? suffix : null;
}
