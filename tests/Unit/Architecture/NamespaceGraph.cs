using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Architecture;

/// <summary>The namespaces of a project, and which of them uses which, read off its source files.</summary>
internal sealed class NamespaceGraph
{
    private readonly Dictionary<string, SortedDictionary<string, string>> _uses = [];

    private NamespaceGraph()
    {
    }

    /// <summary>
    /// The namespaces, each with the namespaces that it uses and, for each of these, a place where it does.
    /// </summary>
    public IReadOnlyDictionary<string, SortedDictionary<string, string>> Uses => _uses;

    /// <summary>Reads the projects in some folders of <c>src</c>, with all that they know of one another.</summary>
    public static NamespaceGraph Read(params string[] projects)
    {
        var trees = projects
            .Select(project => Path.Combine(Repository.Root, "src", project))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Where(path => !Path.GetRelativePath(folder, path).Split('/').Any(part => part is "bin" or "obj"))
                .Append(ImplicitUsings(folder)))
            .Select(path => CSharpSyntaxTree.ParseText(
                File.ReadAllText(path), path: Path.GetRelativePath(Repository.Root, path)))
            .ToList();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(':')
            .Where(path => !projects.Contains(Path.GetFileNameWithoutExtension(path))
                && Path.GetFileName(path) != "volume-count.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Projects", trees, references);

        var graph = new NamespaceGraph();
        foreach (var tree in trees)
            graph.Add(tree, compilation.GetSemanticModel(tree));
        return graph;
    }

    /// <summary>A circle of namespaces, each with the place where it uses the next; empty without a circle.</summary>
    public IReadOnlyList<string> FindCircle()
    {
        var done = new HashSet<string>();
        var path = new List<string>();
        return _uses.Keys.Order(StringComparer.Ordinal).Select(Visit).FirstOrDefault(circle => circle.Count > 0, []);

        IReadOnlyList<string> Visit(string name)
        {
            if (path.IndexOf(name) is >= 0 and var start)
            {
                return
                [
                    .. path[start..].Zip(
                        [.. path[(start + 1)..], name], (from, to) => $"{from} -> {to}: {_uses[from][to]}"),
                ];
            }

            if (done.Contains(name) || !_uses.TryGetValue(name, out var uses))
                return [];

            path.Add(name);
            var circle = uses.Keys.Select(Visit).FirstOrDefault(circle => circle.Count > 0, []);
            path.RemoveAt(path.Count - 1);
            done.Add(name);
            return circle;
        }
    }

    private static string ImplicitUsings(string folder) =>
        Directory.EnumerateFiles(Path.Combine(folder, "obj"), "*.GlobalUsings.g.cs", SearchOption.AllDirectories).First();

    private void Add(SyntaxTree tree, SemanticModel model)
    {
        var root = tree.GetCompilationUnitRoot();
        if (root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault() is not { } declaration)
            return;

        var from = declaration.Name.ToString();
        var uses = _uses.TryGetValue(from, out var known) ? known : _uses[from] = new(StringComparer.Ordinal);
        foreach (var name in declaration.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name).Symbol;
            var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
            if (type is null
                || type.ContainingAssembly?.Name != "Projects"
                || type.ContainingNamespace.ToDisplayString() == from)
            {
                continue;
            }

            var line = tree.GetLineSpan(name.Span).StartLinePosition.Line + 1;
            uses.TryAdd(type.ContainingNamespace.ToDisplayString(), $"{tree.FilePath}:{line}");
        }
    }
}
