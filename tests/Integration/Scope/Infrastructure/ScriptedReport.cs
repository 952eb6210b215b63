using System.Globalization;
using System.Text.Json.Nodes;

namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>A good report of a plugin without nodes, to be added to or to be broken.</summary>
internal sealed class ScriptedReport(string pluginId)
{
    private readonly string _now = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The whole report.</summary>
    public JsonObject Root { get; } = new()
    {
        ["Plugins"] = new JsonArray(Describe(pluginId)),
        ["Container"] = new JsonObject
        {
            ["nodes"] = new JsonObject(),
            ["metadata_templates"] = new JsonObject(),
            ["table_templates"] = new JsonObject(),
        },
    };

    /// <summary>What the plugin says of itself.</summary>
    public JsonObject Plugin => Root["Plugins"]![0]!.AsObject();

    /// <summary>What it says of containers.</summary>
    public JsonObject Containers => Root["Container"]!.AsObject();

    /// <summary>A plugin's entry in <c>Plugins</c>.</summary>
    public static JsonObject Describe(string pluginId) => new()
    {
        ["id"] = pluginId,
        ["label"] = $"Label of {pluginId}",
        ["interfaces"] = new JsonArray("reporter"),
        ["api_version"] = "1",
    };

    /// <summary>A key that only this plugin uses.</summary>
    public string Unique(string key) => $"{pluginId}_{key}";

    /// <summary>The node with this id, made if it is not there.</summary>
    public JsonObject Node(string nodeId)
    {
        var nodes = Containers["nodes"]!.AsObject();
        if (nodes[nodeId] is not JsonObject node)
            nodes[nodeId] = node = new JsonObject { ["latest"] = new JsonObject() };
        return node;
    }

    /// <summary>Sets a value of a node.</summary>
    public void SetLatest(string nodeId, string key, JsonNode value) =>
        Node(nodeId)["latest"]![key] = new JsonObject { ["timestamp"] = _now, ["value"] = value };

    /// <summary>Has every node's panel show a value.</summary>
    public void AddTemplate(string key, string label, double priority, string from = "latest") =>
        Containers["metadata_templates"]![key] = new JsonObject
        {
            ["id"] = key,
            ["label"] = label,
            ["priority"] = priority,
            ["from"] = from,
        };

    /// <summary>Adds a row to the panel of a container.</summary>
    public void AddRow(string containerId, string key, string label, string value)
    {
        AddTemplate(key, label, priority: 5);
        SetLatest(NodeId.OfContainer(containerId), key, value);
    }

    public override string ToString() => Root.ToJsonString();
}
