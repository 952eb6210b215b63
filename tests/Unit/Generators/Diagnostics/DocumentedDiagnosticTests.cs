using System.Text.RegularExpressions;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

/// <summary>
/// Every example in <c>docs/diagnostics.md</c>: as it is without the line that has the id, nothing is wrong, and as it is
/// without the line after that one, the id is all that is.
/// </summary>
public sealed partial class DocumentedDiagnosticTests
{
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net;
        using VolumeCount.Scope;
        using VolumeCount.Scope.Controls;
        using VolumeCount.Scope.Writing;

        namespace Sample;

        """;

    public static TheoryData<string, string> Examples =>
    [
        .. Section()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/diagnostics.md")))
            .Select(static match => (match.Groups["id"].Value, match.Groups["code"].Value)),
    ];

    [Fact]
    public void Page_HasAnExampleForEachOfItsSections()
    {
        var headings = File.ReadLines(Path.Combine(Repository.Root, "docs/diagnostics.md"))
            .Where(static line => line.StartsWith("## ", StringComparison.Ordinal))
            .Select(static line => line[3..]);

        Assert.Equal(headings, Examples.Select(static example => example.Data.Item1));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_IsWrongAsItSaysAndRightAsItSays(string id, string code)
    {
        var lines = code.Split('\n');
        var wrong = Assert.Single(
            Enumerable.Range(0, lines.Length), i => lines[i].Contains($"// {id}", StringComparison.Ordinal));

        Assert.Equal([id], Diagnose(code, lines.Where((_, i) => i != wrong + 1)));
        Assert.Empty(Diagnose(code, lines.Where((_, i) => i != wrong)));
    }

    private static IEnumerable<string> Diagnose(string example, IEnumerable<string> lines) => GeneratorHarness
        .Run(GeneratorHarness.Compile(Source(example, string.Join('\n', lines))))
        .Diagnostics
        .Select(static diagnostic => diagnostic.Id);

    private static string Source(string example, string code)
    {
        if (example.Contains("[Plugin(", StringComparison.Ordinal))
            return Usings + code;

        // Which one it is must not depend on what is wrong.
        if (example.Contains("[Topology(", StringComparison.Ordinal)
            || example.Contains("[ReportTime]", StringComparison.Ordinal))
        {
            var time = example.Contains("[ReportTime]", StringComparison.Ordinal) ? "" : SampleSource.Time;

            return Report(time + code)
                + "public sealed class ContainerNode { [NodeId] public required string Id { get; init; } }";
        }

        var id = example.Contains("[NodeId]", StringComparison.Ordinal) ? "" : SampleSource.Id;
        var topology = example.Contains("[Control", StringComparison.Ordinal) ? "Host" : "Container";
        var nodes = $"[Topology(ScopeTopology.{topology})] public required IReadOnlyList<SampleNode> Nodes {{ get; init; }}";

        return Report(SampleSource.Time + nodes) + $"public sealed class SampleNode {{ {id}\n{code} }}";
    }

    private static string Report(string members) =>
        $"{Usings}[Plugin(\"sample\", Label = \"Sample\")] internal sealed class SampleReport {{\n{members}\n}}\n";

    [GeneratedRegex(
        @"^## (?<id>VOLC\d{3})\n(?:(?!## |```).*\n)*```csharp\n(?<code>(?:(?!```).*\n)*)```$", RegexOptions.Multiline)]
    private static partial Regex Section();
}
