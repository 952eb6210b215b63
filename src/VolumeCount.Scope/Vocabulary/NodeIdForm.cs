namespace VolumeCount.Scope.Vocabulary;

/// <summary>The form of the node ids in a topology (Scope 1.13.2: report/id.go).</summary>
/// <param name="Start">The text before the parts of an id.</param>
/// <param name="Parts">The names of the parts, which are separated by semicolons.</param>
/// <param name="End">The text after the parts: a tag, or nothing.</param>
internal sealed record NodeIdForm(string Start, IReadOnlyList<string> Parts, string End)
{
    /// <summary>The only part of most ids.</summary>
    public const string Whole = "Whole";

    /// <summary>Why <paramref name="nodeId"/> does not have this form, as the rest of a sentence; null if it does.</summary>
    public string? ErrorOf(string nodeId)
    {
        if (!nodeId.StartsWith(Start, StringComparison.Ordinal))
            return $"must begin with '{Start}'";
        if (End.Length == 0)
            return nodeId.Split(';').Length >= Parts.Count ? null : $"must have {Parts.Count} parts, with ';' between them";
        if (nodeId.Length <= End.Length || !nodeId.EndsWith(End, StringComparison.Ordinal))
            return $"must end in '{End}'";

        // Scope takes everything after the first semicolon for the tag.
        return nodeId.IndexOf(';') == nodeId.Length - End.Length ? null : $"must have no ';' but that of '{End}'";
    }
}
