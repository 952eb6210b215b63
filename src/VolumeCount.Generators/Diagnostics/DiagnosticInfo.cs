using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Collections;

namespace VolumeCount.Generators.Diagnostics;

/// <summary>Something wrong in a report's source.</summary>
/// <param name="Descriptor">What is wrong.</param>
/// <param name="Location">Where, if it is in a source file.</param>
/// <param name="Arguments">The message's arguments.</param>
internal sealed record DiagnosticInfo(
    DiagnosticDescriptor Descriptor, LocationInfo? Location, EquatableArray<string> Arguments)
{
    /// <summary>The diagnostic as the compiler wants it.</summary>
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, Location?.ToLocation(), [.. Arguments]);
}
