namespace VolumeCount.Scope.Contract.Findings;

/// <summary>Something that a plugin does and should not.</summary>
/// <param name="Rule">What it breaks.</param>
/// <param name="Path">Where in the report it is, as a JSON path, or null where it is not about a place.</param>
/// <param name="Message">What is wrong, as a clause without an end mark.</param>
internal sealed record Finding(ContractRule Rule, string? Path, string Message)
{
    /// <summary>Place and message in a line that can be printed.</summary>
    public override string ToString() => Printable.Of(Path is null ? Message : $"{Path}: {Message}");
}
