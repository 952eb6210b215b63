using System.Text.Json.Nodes;
using VolumeCount.Tests.Unit.Generators.Harness;
using YamlDotNet.RepresentationModel;

namespace VolumeCount.Tests.Unit.Engineering;

/// <summary>A workflow of GitHub Actions, with its aliases resolved. Each scalar is a string.</summary>
internal sealed class Workflow
{
    private static string Folder => Path.Combine(Repository.Root, ".github/workflows");

    private Workflow(string file)
    {
        Text = File.ReadAllText(file);
        using var reader = new StringReader(Text);
        var yaml = new YamlStream();
        yaml.Load(reader);
        Root = Convert(Assert.Single(yaml.Documents).RootNode)!.AsObject();
        Jobs = Root["jobs"]!.AsObject().ToDictionary(static job => job.Key, static job => job.Value!.AsObject());
    }

    /// <summary>The names of all workflows' files.</summary>
    public static TheoryData<string> Files { get; } =
        [.. Directory.GetFiles(Folder).Select(static file => Path.GetFileName(file))];

    public string Text { get; }

    public JsonObject Root { get; }

    public IReadOnlyDictionary<string, JsonObject> Jobs { get; }

    public static Workflow Read(string file) => new(Path.Combine(Folder, file));

    public static IEnumerable<JsonObject> Steps(JsonObject job) =>
        job["steps"]!.AsArray().Select(static step => step!.AsObject());

    /// <summary>The scalars in a node, each with its path.</summary>
    public static IEnumerable<(string Path, string Value)> Scalars(JsonNode? node, string path = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Scalars(member.Value, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany(item => Scalars(item, path)),
        null => [],
        _ => [(path.TrimStart('.'), node.GetValue<string>())],
    };

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Select(
            static member => KeyValuePair.Create(((YamlScalarNode)member.Key).Value!, Convert(member.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Select(Convert)]),
        _ => ((YamlScalarNode)node).Value is { Length: > 0 } value ? JsonValue.Create(value) : null,
    };
}
