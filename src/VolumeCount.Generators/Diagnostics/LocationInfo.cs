using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace VolumeCount.Generators.Diagnostics;

/// <summary>A place in a source file. Unlike a <see cref="Location"/>, it keeps no syntax tree alive.</summary>
/// <param name="FilePath">The file's path.</param>
/// <param name="Span">The place, in characters from the file's beginning.</param>
/// <param name="LineSpan">The place, in lines and columns.</param>
internal sealed record LocationInfo(string FilePath, TextSpan Span, LinePositionSpan LineSpan)
{
    /// <summary>The place of <paramref name="location"/>, or null if that is not in a source file.</summary>
    public static LocationInfo? From(Location? location) => location is { SourceTree: { } tree }
        ? new(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span)
        : null;

    /// <summary>The place in the compiler's form.</summary>
    public Location ToLocation() => Location.Create(FilePath, Span, LineSpan);
}
