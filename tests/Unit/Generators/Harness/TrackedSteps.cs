extern alias Generators;
using Generators::VolumeCount.Generators;
using Microsoft.CodeAnalysis;

namespace VolumeCount.Tests.Unit.Generators.Harness;

/// <summary>Why each tracked step of a run, and its output, has the value that it has.</summary>
internal static class TrackedSteps
{
    /// <summary>The name that the steps have that hand sources and diagnostics to the compiler.</summary>
    public const string Output = "SourceOutput";

    private static readonly string[] Names =
        [TrackingNames.Parse, TrackingNames.Diagnostics, TrackingNames.Strays, TrackingNames.Reports];

    /// <summary>Whether the step is the generator's own, and not one of the compiler's.</summary>
    public static bool IsOurs(string name) => Names.Contains(name);

    /// <summary>The reasons by the step's name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<IncrementalStepRunReason>> Of(GeneratorRunResult result)
    {
        var steps = Names
            .Where(result.TrackedSteps.ContainsKey)
            .ToDictionary(static name => name, name => Reasons(result.TrackedSteps[name]));
        steps[Output] = Reasons(result.TrackedOutputSteps.SelectMany(static output => output.Value));

        return steps;
    }

    private static IReadOnlyList<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        [.. steps.SelectMany(static step => step.Outputs).Select(static output => output.Reason)];
}
