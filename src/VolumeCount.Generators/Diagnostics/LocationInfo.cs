using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace VolumeCount.Generators.Diagnostics;

/// <summary>A place in a source file. Unlike a <see cref="Location"/>, it keeps no syntax tree alive.</summary>
internal sealed record LocationInfo(string FilePath, TextSpan Span, LinePositionSpan LineSpan)
{
    /// <summary>The place of <paramref name="location"/>; null if that is not in a source file.</summary>
    public static LocationInfo? From(Location? location) => location is { SourceTree: { } tree }
        ? new(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span)
        : null;

    public Location ToLocation() => Location.Create(FilePath, Span, LineSpan);
}
