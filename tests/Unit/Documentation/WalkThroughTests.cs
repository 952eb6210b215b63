using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using VolumeCount.Tests.Unit.Commands;
using VolumeCount.Tests.Unit.Generators;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Documentation;

/// <summary>Makes the changes that pages show to a copy of the plugin's own report.</summary>
public sealed class WalkThroughTests
{
    private const string Program =
        """
        using System.Buffers;
        using VolumeCount.Inventory;
        using VolumeCount.Report;

        namespace Sample;

        internal static class Program
        {
            public static void Run(IBufferWriter<byte> output, string id, int writableCount, DateTimeOffset time)
            {
                // One more, that the container may not write to.
                var mounts = Enumerable.Range(0, writableCount + 1)
                    .Select(i => new Mount($"/data{i}", "volume", $"v{i}", "local", IsWritable: i > 0));

                VolumeCountReportContext.Write(output, VolumeCountReport.From(new(time, [new(id, [.. mounts])])));
            }
        }
        """;

    // What the report is made of, without what would need Docker or a web server.
    private static readonly string[] Sources =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "src/VolumeCount/Report"), "*.cs")
            .Where(static path => Path.GetFileName(path) is not "VolumeCountReportSource.cs"),
        .. Directory.GetFiles(Path.Combine(Repository.Root, "src/VolumeCount/Inventory"), "*.cs")
            .Where(static path => Path.GetFileName(path) is "Container.cs" or "ContainerDescription.cs"
                or "ContainerLabel.cs" or "EquatableArray.cs" or "EquatableArrayBuilder.cs" or "Mount.cs"
                or "InventorySnapshot.cs" or "ContainerUsage.cs" or "UsageSample.cs"),
    ];

    private static readonly MarkdownBlock[] Steps = PageChange.Blocks("docs/attributes.md", "Add a row in five minutes");

    [Theory]
    [InlineData("docs/attributes.md", "Add a row in five minutes")]
    [InlineData("README.md", "Add a row, or write your own plugin")]
    public async Task Changes_AreMadeBuildWithoutAWarningAndShowTheRowInTheReport(string page, string heading)
    {
        var steps = PageChange.Blocks(page, heading);
        var sources = Sources.ToDictionary(
            static path => Path.GetRelativePath(Repository.Root, path), File.ReadAllText);
        PageChange.Make(steps, sources);

        var expected = JsonNode.Parse(Steps.Single(static step => step.Language == "json").Text)!;
        var (nodeId, node) = expected["Container"]!["nodes"]!.AsObject().Single();
        var count = node!["latest"]!["writable_count"]!;
        var report = await RunAsync(
            [.. sources.Values],
            nodeId.Split(';')[0],
            int.Parse(count["value"]!.GetValue<string>(), CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(count["timestamp"]!.GetValue<string>(), CultureInfo.InvariantCulture));

        PageChange.AssertContains(expected, report);
    }

    [Fact]
    public void Tests_ThatThePageNames_AreThere()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/attributes.md"));

        foreach (var name in new[]
        {
            nameof(VolumeCountReportContextTests),
            nameof(VolumeCountReportContextTests.Report_OfOneContainer_IsWhatScopeReads),
            nameof(VolumeCountReportContextTests.RandomReport_IsWhatAPlainRenderingIs),
        })
        {
            Assert.Contains($"`{name}`", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Command_IsOneThatThePluginHas()
    {
        using var folder = new TemporaryFolder();
        var command = Steps.Single(static step => step.Language == "console").Text.Split(' ');

        Assert.Equal(["$", "./run"], command[..2]);
        // What the plugin does not understand has the exit code 2.
        var result = await InProcess.RunAsync(
            [.. command[2..], "--docker-host", $"unix://{folder.Combine("no-engine.sock")}"]);
        Assert.Equal(1, result.ExitCode);
    }

    private static async Task<JsonNode> RunAsync(string[] sources, string id, int writableCount, DateTimeOffset time)
    {
        var result = GeneratorHarness.Run(
            GeneratorHarness.Compile([PageChange.ProjectSource, Program, .. sources]), out var compilation);

        Assert.Empty(result.Diagnostics);
        await SdkAnalyzers.OfRepository.AssertNothingFoundAsync(compilation);
        return JsonNode.Parse(CompiledAssembly.Write(compilation, (assembly, output) =>
            assembly.GetType("Sample.Program")!
                .GetMethod("Run", BindingFlags.Static | BindingFlags.Public)!
                .Invoke(null, [output, id, writableCount, time])))!;
    }
}
