using System.Buffers;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VolumeCount.Tests.Unit.Commands;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Documentation;

/// <summary>Follows "Add a row in five minutes" to the letter, on a copy of the plugin's own report.</summary>
public sealed partial class WalkThroughTests
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string Program =
        """
        using System.Buffers;
        using VolumeCount.Inventory;
        using VolumeCount.Report;

        public static class Program
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

    private static readonly MarkdownBlock[] Steps =
        [.. MarkdownPage.Read("docs/attributes.md").Where(static block => block.Heading == "Add a row in five minutes")];

    [Fact]
    public void Changes_AreMadeAndShowTheRowInTheReport()
    {
        var sources = Sources.ToDictionary(
            static path => Path.GetRelativePath(Repository.Root, path), File.ReadAllText);
        foreach (var step in Steps.Where(static step => step.Language == "diff"))
        {
            var path = SourcePath().Match(step.Introduction).Value;
            sources[path] = Apply(step, sources[path]);
        }

        var expected = JsonNode.Parse(Steps.Single(static step => step.Language == "json").Text)!;
        var (nodeId, node) = expected["Container"]!["nodes"]!.AsObject().Single();
        var count = node!["latest"]!["writable_count"]!;
        var report = Run(
            [.. sources.Values],
            nodeId.Split(';')[0],
            int.Parse(count["value"]!.GetValue<string>(), CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(count["timestamp"]!.GetValue<string>(), CultureInfo.InvariantCulture));

        AssertContains(expected, report, "$");
    }

    [Fact]
    public void Report_BeforeTheChanges_HasNoSuchRow()
    {
        var report = Run([.. Sources.Select(File.ReadAllText)], "8f3a", 3, DateTimeOffset.UnixEpoch);

        Assert.DoesNotContain("writable_count", report.ToJsonString(), StringComparison.Ordinal);
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

    /// <summary>
    /// Puts the new lines of a change behind the old ones that it shows, which are there once. As for a reader, how far
    /// these are indented does not matter.
    /// </summary>
    private static string Apply(MarkdownBlock change, string source)
    {
        var changed = change.Text.Split('\n');
        var old = changed.TakeWhile(static line => line.StartsWith(' ')).Select(static line => line.Trim()).ToArray();
        var added = changed[old.Length..];
        var lines = source.Split('\n').ToList();
        var place = Assert.Single(
            Enumerable.Range(0, lines.Count),
            place => lines.Skip(place).Take(old.Length).Select(static line => line.Trim()).SequenceEqual(old));

        Assert.NotEmpty(old);
        Assert.All(added, static line => Assert.StartsWith("+", line, StringComparison.Ordinal));
        lines.InsertRange(place + old.Length, added.Select(static line => line[1..]));
        return string.Join('\n', lines);
    }

    private static JsonNode Run(string[] sources, string id, int writableCount, DateTimeOffset time)
    {
        var result = GeneratorHarness.Run(
            GeneratorHarness.Compile([ImplicitUsings, Program, .. sources]), out var compilation);
        using var image = new MemoryStream();

        Assert.Empty(result.Diagnostics);
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);

        image.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            var output = new ArrayBufferWriter<byte>();
            context.LoadFromStream(image).GetType("Program")!
                .GetMethod("Run", BindingFlags.Static | BindingFlags.Public)!
                .Invoke(null, [output, id, writableCount, time]);
            return JsonNode.Parse(output.WrittenSpan)!;
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>Fails unless <paramref name="actual"/> has everything that <paramref name="expected"/> shows.</summary>
    private static void AssertContains(JsonNode? expected, JsonNode? actual, string path)
    {
        if (expected is JsonObject members && !path.Contains("_templates.", StringComparison.Ordinal))
        {
            foreach (var (name, value) in members)
                AssertContains(value, actual?[name], $"{path}.{name}");
            return;
        }

        Assert.True(JsonNode.DeepEquals(expected, actual), $"{path} is {actual?.ToJsonString()}");
    }

    [GeneratedRegex(@"(?<=`)src/[^`]+(?=`)")]
    private static partial Regex SourcePath();
}
