using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Collections;

namespace VolumeCount.Generators.Diagnostics;

/// <summary>A diagnostic of a report's source. Unlike a <see cref="Diagnostic"/>, it keeps no syntax tree alive.</summary>
internal sealed record DiagnosticInfo(
    DiagnosticDescriptor Descriptor, LocationInfo? Location, EquatableArray<string> Arguments)
{
    public DiagnosticInfo(DiagnosticDescriptor descriptor, LocationInfo? location, params string[] arguments)
        : this(descriptor, location, arguments.ToEquatableArray())
    {
    }

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, Location?.ToLocation(), [.. Arguments]);
}
