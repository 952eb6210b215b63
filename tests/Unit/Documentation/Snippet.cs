using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VolumeCount.Scope;
using VolumeCount.Tests.Unit.Contract;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Documentation;

/// <summary>C# from the documentation, with what it needs around it to be compiled and run.</summary>
internal sealed class Snippet
{
    private const string Usings =
        """
        global using System;
        global using System.Buffers;
        global using System.Collections.Generic;
        global using System.Collections.Immutable;
        global using System.Linq;
        global using System.Net;
        global using System.Text.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using VolumeCount.Scope;
        global using VolumeCount.Scope.Controls;
        global using VolumeCount.Scope.Writing;
        [assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
        """;

    private readonly string[] _sources;
    private readonly string _topology = "";

    /// <summary>Finds out what a snippet is: types, the members of a node, or statements.</summary>
    /// <param name="text">The snippet.</param>
    /// <param name="types">The types that statements use.</param>
    public Snippet(string text, string types)
    {
        var members = CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken)
            .GetCompilationUnitRoot(TestContext.Current.CancellationToken)
            .Members;
        if (members.Any(static member => member is PropertyDeclarationSyntax))
        {
            _sources = [Usings, Node(text)];
            _topology = "Host";
        }
        else if (members.Any(static member => member is GlobalStatementSyntax))
        {
            _sources = [Usings, types, Statements(text)];
        }
        else
        {
            _sources = [Usings, text];
            IsTypes = true;
        }
    }

    /// <summary>Whether it is types, which later statements may use.</summary>
    public bool IsTypes { get; }

    /// <summary>Compiles the snippet, which must give no warning.</summary>
    public Compilation Compile()
    {
        var result = GeneratorHarness.Run(GeneratorHarness.Compile(_sources), out var compilation);

        Assert.Empty(result.Diagnostics);
        return compilation;
    }

    /// <summary>
    /// The JSON that the snippet writes, or its report, or for the members of a node the part that has it.
    /// </summary>
    public JsonNode? Run()
    {
        var written = CompiledAssembly.Write(Compile(), static (assembly, output) =>
        {
            if (assembly.GetType("SnippetStatements") is { } statements)
            {
                statements.GetMethod("Run")!.Invoke(null, [output]);
                return;
            }

            var report = assembly.GetTypes().Single(
                static type => type.IsDefined(typeof(PluginAttribute), inherit: false));
            assembly.GetType($"{report.FullName}Context")!.GetMethod("Write")!
                .Invoke(null, [output, Activator.CreateInstance(report)]);
        });

        var (_, findings, error) = Reports.Read(written);
        Assert.Null(error);
        Assert.Empty(findings);

        var json = JsonNode.Parse(written);
        return _topology.Length > 0 ? json![_topology] : json;
    }

    private static string Node(string members) =>
        $$"""
        [Plugin("sample", Label = "Sample")]
        public sealed class SampleReport
        {
            [ReportTime]
            public DateTimeOffset Time => new(2026, 11, 22, 21, 16, 30, TimeSpan.Zero);

            [Topology(ScopeTopology.Host)]
            public SampleNode[] Hosts => [new()];
        }

        public sealed class SampleNode
        {
            [NodeId]
            public string Id => "alpha";

            {{members}}
        }
        """;

    private static string Statements(string statements) =>
        $$"""
        public static class SnippetStatements
        {
            public static void Run(IBufferWriter<byte> output)
            {
                {{statements}}
            }
        }
        """;
}
