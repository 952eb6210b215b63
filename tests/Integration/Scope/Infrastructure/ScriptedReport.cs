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
            ["metric_templates"] = new JsonObject(),
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

    /// <summary>A set, as it is.</summary>
    public static JsonArray Set(params string[] values) => [.. values.Select(value => (JsonNode)value)];

    /// <summary>That a node has a control: a value in its <c>latestControls</c>.</summary>
    public static JsonObject Alive(DateTime since) => new()
    {
        ["timestamp"] = since.ToString("O", CultureInfo.InvariantCulture),
        ["value"] = new JsonObject { ["dead"] = false },
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

    /// <summary>Has every container's panel show a table, of the keys that begin with its id.</summary>
    /// <param name="id">The table's id.</param>
    /// <param name="columns">The ids of its columns, which are labelled by them in capitals; none for a list.</param>
    public JsonObject AddTable(string id, params string[] columns)
    {
        var template = new JsonObject
        {
            ["id"] = id,
            ["label"] = $"Label of {id}",
            ["prefix"] = id,
            ["type"] = columns.Length > 0 ? "multicolumn-table" : "property-list",
            ["columns"] = new JsonArray(
            [
                .. columns.Select(column => new JsonObject { ["id"] = column, ["label"] = column.ToUpperInvariant() }),
            ]),
        };
        Containers["table_templates"]![id] = template;
        return template;
    }

    public override string ToString() => Root.ToJsonString();
}
