using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.CodeAnalysis;
using VolumeCount.Scope;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Documentation;

/// <summary>What the pages for authors show is put into a plugin from the template, or is a whole program.</summary>
public sealed class TemplateSnippetTests
{
    // What the template makes for a host, except the program.
    private static readonly string[] Files = ["HostNode.cs", "NetworkInterface.cs", "ScopePlugin1Report.cs"];

    [Fact]
    public async Task Change_OfANewPlugin_BuildsWithoutAWarningAndShowsTheRowInTheReport()
    {
        var blocks = PageChange.Blocks("docs/your-own-plugin.md", "Change");
        var sources = Files.ToDictionary(static file => $"src/Uptime/{file}", Create);

        PageChange.Make(blocks, sources);
        var report = await RunAsync([PageChange.ProjectSource, .. sources.Values]);

        // The page has another host, at another time, with another number of CPUs.
        var latest = report["Host"]!["nodes"]![$"{ScopeHost.Name};<host>"]!["latest"]!;
        var time = latest["cpus"]!["timestamp"]!.GetValue<string>();
        var cpus = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);
        var expected = blocks.Single(static block => block.Language == "json").Text
            .Replace("alpha;", $"{ScopeHost.Name};", StringComparison.Ordinal)
            .Replace("2026-11-22T21:16:30Z", time, StringComparison.Ordinal)
            .Replace("\"8\"", $"\"{cpus}\"", StringComparison.Ordinal);
        PageChange.AssertContains(JsonNode.Parse(expected), report);
    }

    [Fact]
    public async Task Program_OfThePackagesPage_BuildsWithoutAWarning()
    {
        var program = MarkdownPage.Read("src/VolumeCount.Scope/README.md")
            .Single(static block => block.Language == "csharp")
            .Text;
        var compilation = GeneratorHarness.Compile(PageChange.ProjectSource, program);
        var web = Path.GetDirectoryName(typeof(HttpContext).Assembly.Location)!;

        var result = GeneratorHarness.Run(
            compilation
                .WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication))
                .AddReferences(Directory.EnumerateFiles(web, "Microsoft.*.dll")
                    .Append(Path.Combine(AppContext.BaseDirectory, "System.CommandLine.dll"))
                    .Select(static path => MetadataReference.CreateFromFile(path))),
            out var output);

        Assert.Empty(result.Diagnostics);
        await SdkAnalyzers.OfTemplate.AssertNothingFoundAsync(output);
    }

    /// <summary>What <c>dotnet new scope-plugin --name Uptime</c> makes of a file.</summary>
    private static string Create(string file) =>
        File.ReadAllText(Path.Combine(Repository.Root, "templates/scope-plugin/src/ScopePlugin1", file))
            .Replace("ScopePlugin1", "Uptime", StringComparison.Ordinal)
            .Replace("scope-plugin-id", "uptime", StringComparison.Ordinal)
            .Replace("topology == \"host\"", "true", StringComparison.Ordinal)
            .Replace("topology == \"container\"", "false", StringComparison.Ordinal)
            .Replace("#elseif", "#elif", StringComparison.Ordinal);

    private static async Task<JsonNode> RunAsync(string[] sources)
    {
        var result = GeneratorHarness.Run(GeneratorHarness.Compile(sources), out var compilation);

        Assert.Empty(result.Diagnostics);
        await SdkAnalyzers.OfTemplate.AssertNothingFoundAsync(compilation);
        return JsonNode.Parse(CompiledAssembly.Write(compilation, static (assembly, output) =>
        {
            var report = assembly.GetType("Uptime.UptimeReport")!.GetMethod("Read")!.Invoke(null, null);
            assembly.GetType("Uptime.UptimeReportContext")!.GetMethod("Write")!.Invoke(null, [output, report]);
        }))!;
    }
}
