extern alias Generators;
using BenchmarkDotNet.Attributes;
using Generators::VolumeCount.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using VolumeCount.Scope;

namespace VolumeCount.Tests.Benchmarks.Micro;

/// <summary>
/// The source generator on a project of many reports, as the compiler and an editor run it. Where something was
/// edited, each run gets new syntax trees; the first run gets only new ones. Parsing them is not measured.
/// </summary>
public class GeneratorBenchmarks
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private CSharpCompilation _project = null!;
    private SyntaxTree _report = null!;
    private SyntaxTree _editedReport = null!;
    private SyntaxTree _unrelated = null!;
    private SyntaxTree _editedUnrelated = null!;
    private GeneratorDriver _cold = null!;
    private GeneratorDriver _warm = null!;

    /// <summary>How many classes have the attribute of a report.</summary>
    [Params(1, 10)]
    public int Classes { get; set; }

    /// <summary>Makes the project, and checks that the generator does what is measured.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        SyntaxTree[] reports =
            [.. Enumerable.Range(0, Classes).Select(static i => Parse(Report(i, "# Volumes"), $"Report{i}.cs"))];
        _report = reports[0];
        _editedReport = Parse(Report(0, "Volumes"), _report.FilePath);
        _unrelated = Parse("class Unrelated { int Answer() => 41; }", "Unrelated.cs");
        _editedUnrelated = Parse("class Unrelated { int Answer() => 42; }", _unrelated.FilePath);
        _project = CSharpCompilation.Create(
            "Project",
            [_unrelated, .. reports],
            [
                .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
                    .Append(typeof(PluginAttribute).Assembly.Location)
                    .Select(static path => MetadataReference.CreateFromFile(path)),
            ],
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        _cold = CSharpGeneratorDriver.Create([new ReportGenerator().AsSourceGenerator()], parseOptions: ParseOptions);
        _warm = Cold();
        Check(_warm, Classes);
        Check(OneClassEdited(), Classes);
        Check(UnrelatedClassEdited(), Classes);
        if (Sources(_warm).Zip(Sources(OneClassEdited())).Count(static pair => pair.First != pair.Second) != 1)
            throw new InvalidOperationException("The edit of one class does not change one generated source.");
    }

    /// <summary>The first run.</summary>
    [Benchmark(Baseline = true)]
    public GeneratorDriver Cold() =>
        _cold.RunGenerators(_project.RemoveAllSyntaxTrees().AddSyntaxTrees(_project.SyntaxTrees.Select(Fresh)));

    /// <summary>A run after one line of one report was edited.</summary>
    [Benchmark]
    public GeneratorDriver OneClassEdited() =>
        _warm.RunGenerators(_project.ReplaceSyntaxTree(_report, Fresh(_editedReport)));

    /// <summary>A run after the body of a method elsewhere was edited.</summary>
    [Benchmark]
    public GeneratorDriver UnrelatedClassEdited() =>
        _warm.RunGenerators(_project.ReplaceSyntaxTree(_unrelated, Fresh(_editedUnrelated)));

    // A tree keeps the nodes that were asked for once, and a compilation what it has found in a tree: the next run would
    // find them made.
    private static SyntaxTree Fresh(SyntaxTree tree) =>
        CSharpSyntaxTree.Create((CSharpSyntaxNode)tree.GetRoot(), ParseOptions, tree.FilePath);

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    private static void Check(GeneratorDriver driver, int classes)
    {
        var result = driver.GetRunResult();
        if (result.GeneratedTrees.Length < classes || !result.Diagnostics.IsEmpty)
        {
            throw new InvalidOperationException(
                $"{result.GeneratedTrees.Length} sources, and: {string.Join(", ", result.Diagnostics)}");
        }
    }

    private static IEnumerable<string> Sources(GeneratorDriver driver) =>
        driver.GetRunResult().GeneratedTrees.Select(static tree => tree.ToString());

    private static string Report(int i, string label) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using VolumeCount.Scope;

        namespace Sample{{i}};

        [Plugin("volume-count", Label = "Volume Counts")]
        public sealed class VolumeCountReport
        {
            [ReportTime]
            public required DateTimeOffset Time { get; init; }

            [Topology(ScopeTopology.Container)]
            public required IReadOnlyCollection<ContainerNode> Containers { get; init; }
        }

        public sealed class ContainerNode
        {
            [NodeId]
            public required string Id { get; init; }

            [Metadata(Label = "{{label}}")]
            public required int VolumeCount { get; init; }
        }
        """;
}
