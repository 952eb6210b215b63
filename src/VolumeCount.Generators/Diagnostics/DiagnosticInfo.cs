using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Collections;

namespace VolumeCount.Generators.Diagnostics;

/// <summary>A diagnostic of a report's source.</summary>
/// <param name="Descriptor">The fault.</param>
/// <param name="Location">The location, if it is in a source file.</param>
/// <param name="Arguments">The message's arguments.</param>
internal sealed record DiagnosticInfo(
    DiagnosticDescriptor Descriptor, LocationInfo? Location, EquatableArray<string> Arguments)
{
    /// <summary>The diagnostic in the compiler's form.</summary>
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, Location?.ToLocation(), [.. Arguments]);
}
