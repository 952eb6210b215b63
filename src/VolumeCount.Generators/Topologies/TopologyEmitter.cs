using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Controls;
using VolumeCount.Generators.Emission;
using VolumeCount.Generators.Metadata;
using VolumeCount.Generators.Metrics;
using VolumeCount.Generators.NodeIds;
using VolumeCount.Generators.Relations;
using VolumeCount.Generators.Tables;
using VolumeCount.Generators.Values;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.Topologies;

/// <summary>
/// Emits the methods, within a report's context, that write the nodes of a topology, and the JSON around them.
/// </summary>
internal static class TopologyEmitter
{
    /// <summary>Adds the methods for <paramref name="topology"/> to <paramref name="code"/>.</summary>
    public static void EmitMethods(CodeWriter code, TopologyModel topology)
    {
        CollectionEmitter.EmitMethod(code, topology.Name, topology.Nodes, "node", () => EmitNode(code, topology));
        foreach (var table in topology.Node.Tables)
            TableEmitter.EmitMethod(code, topology.Name, table);
    }

    /// <summary>The JSON of the topology up to its first node.</summary>
    public static string Start(TopologyModel topology) => $",{JsonText.String(topology.Name)}:{{\"nodes\":{{";

    /// <summary>The JSON of the topology after its last node: the templates.</summary>
    public static string End(TopologyModel topology)
    {
        var node = topology.Node;
        var templates = JsonText.Object(
            ("metadata_templates", MetadataEmitter.Templates(node.Metadata)),
            ("metric_templates", MetricEmitter.Templates(node.Metrics)),
            ("table_templates", TableEmitter.Templates(node.Tables)),
            ("controls", ControlEmitter.Templates(node.Controls)));

        return templates.Length > "{}".Length ? "}," + templates.Substring(1) : "}}";
    }

    /// <summary>The statement that writes the JSON after the last node.</summary>
    public static string EndStatement(TopologyModel topology) => topology.Node.Standalone is null
        ? $"""
            writer.Raw(
                {CSharp.JsonLiteral(End(topology))});
            """
        : $"""
            writer.EndTopology(
                {CSharp.JsonLiteral(End(topology with { Node = WithoutShared(topology) }))},
                {CSharp.JsonLiteral(End(topology))});
            """;

    /// <summary>The node without the templates that Scope's own probe sends.</summary>
    private static NodeModel WithoutShared(TopologyModel topology) => topology.Node with
    {
        Metadata = topology.Node.Metadata
            .Where(row => !ReservedKeys.IsSharedKey(topology.Name, row.Id)).ToEquatableArray(),
        Metrics = topology.Node.Metrics
            .Where(metric => !ReservedKeys.IsSharedKey(topology.Name, metric.Id)).ToEquatableArray(),
        Tables = topology.Node.Tables
            .Where(table => !ReservedKeys.IsReservedTable(topology.Name, table.Id)).ToEquatableArray(),
    };

    private static void EmitNode(CodeWriter code, TopologyModel topology)
    {
        var node = topology.Node;
        var tables = node.Tables.Select(table => TableEmitter.Statement(topology.Name, table));
        NodeIdEmitter.Emit(code, node.Id, topology.Format.IdForm);
        if (node.Standalone is { } standalone)
            NodeIdEmitter.EmitIdentity(code, node.Id, topology.Format, standalone);

        EmitSection(code, "latest", MetadataEmitter.Statements(node.Metadata, "latest").Concat(tables));
        EmitSection(code, "sets", MetadataEmitter.Statements(node.Metadata, "sets"));
        EmitSection(code, "counters", MetadataEmitter.Statements(node.Metadata, "counters"));
        EmitSection(code, "metrics", node.Metrics.Select(MetricEmitter.Statement));
        EmitSection(code, "parents", node.Parents.Select(RelationEmitter.Statement));
        if (node.Adjacency is { } adjacency)
            code.Lines(RelationEmitter.Statement(adjacency) + "\n");
        EmitSection(code, "latestControls", node.Controls.Select(ControlEmitter.Statement));
        code.Lines("writer.EndNode();");
    }

    private static void EmitSection(CodeWriter code, string name, IEnumerable<string> statements)
    {
        var all = statements.ToList();
        if (all.Count == 0)
            return;

        code.Lines($"writer.BeginSection(\"{name}\"u8);");
        foreach (var statement in all)
            code.Lines(statement);
        code.Lines("writer.EndSection();\n");
    }
}
