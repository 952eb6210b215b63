using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Emission;

/// <summary>Writes the methods, within a report's context, that write the nodes of a topology.</summary>
internal static class NodesEmitter
{
    /// <summary>Adds the methods for <paramref name="topology"/> to <paramref name="code"/>.</summary>
    public static void Emit(CodeWriter code, TopologyModel topology)
    {
        EmitMethod(code, topology.Name, topology.Nodes, "node", () => EmitNode(code, topology));
        foreach (var table in topology.Node.Tables)
            TableEmitter.Emit(code, topology, table);
    }

    /// <summary>Adds a method that does <paramref name="body"/> for every element of a collection.</summary>
    public static void EmitMethod(
        CodeWriter code, string name, CollectionModel collection, string element, Action body)
    {
        var elements = element + "s";
        code.Line();
        code.Block(
            $"private static void Write{name}(ref {Names.ReportWriter} writer, {collection.TypeName} {elements})",
            () =>
            {
                if (collection.CanBeArray)
                    EmitGuard(code, $"{elements} is null or {Names.ImmutableArray}<{collection.ElementTypeName}> {{ IsDefault: true }}", "return");
                else if (collection.CanBeNull)
                    EmitGuard(code, $"{elements} is null", "return");
                else if (collection.Kind is CollectionKind.ImmutableArray)
                    EmitGuard(code, $"{elements}.IsDefault", "return");

                var item = collection.ElementCanBeNull ? "element" : element;
                if (collection.Kind is CollectionKind.List)
                {
                    code.Block($"for (var i = 0; i < {elements}.Count; i++)", () =>
                    {
                        code.Lines($"var {item} = {elements}[i];");
                        EmitElement(item);
                    });
                }
                else
                {
                    // Not var: a collection may have an enumerator beside that of its elements.
                    code.Block($"foreach ({collection.ElementTypeName} {item} in {elements})", () => EmitElement(item));
                }
            });

        void EmitElement(string item)
        {
            if (item != element)
                EmitGuard(code, $"{item} is not {{ }} {element}", "continue");
            body();
        }
    }

    /// <summary>Adds a statement that leaves where <paramref name="condition"/> holds.</summary>
    public static void EmitGuard(CodeWriter code, string condition, string leave) => code.Lines(
        $"""
        if ({condition})
            {leave};

        """);

    private static void EmitNode(CodeWriter code, TopologyModel topology)
    {
        var node = topology.Node;
        EmitId(code, topology);
        EmitSection(code, "latest", Latest(topology));
        EmitSection(code, "sets", Metadata(node, "sets", "Set"));
        EmitSection(code, "counters", Metadata(node, "counters", "Counter"));
        EmitSection(code, "metrics", node.Metrics.Select(Metric));
        EmitSection(code, "parents", node.Parents.Select(Relation));
        foreach (var adjacency in node.Adjacency.Select(Relation))
            code.Lines(adjacency + "\n");
        EmitSection(code, "latestControls", node.Controls.Select(static control =>
            $"writer.Control({CSharp.NameLiteral(control.Id)}, {Property(control.PropertyName)});"));
        code.Lines("writer.EndNode();");
    }

    private static void EmitId(CodeWriter code, TopologyModel topology)
    {
        var form = topology.Form;
        var parts = topology.Node.Id
            .Zip(form.Parts, static (model, part) => (Model: model, Local: part is "Whole" ? "id" : part.ToLowerInvariant()))
            .ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var (model, local) = parts[i];

            // Scope takes an id apart at the first semicolons.
            var isBeforeOne = i < parts.Count - 1 || form.End.Length > 0;
            var property = Property(model.PropertyName);
            if (model.Kind is ValueKind.Text && model.MayBeEmpty)
                EmitGuard(code, $"{property}?.Contains(';') is true", "continue");
            else if (model.Kind is ValueKind.Text)
                EmitGuard(code, $"{property} is not {{ Length: > 0 }} {local}{(isBeforeOne ? $" || {local}.Contains(';')" : "")}", "continue");
            else if (model.Kind is ValueKind.Address || model.IsNullableStruct)
                EmitGuard(code, $"{property} is not {{ }} {local}", "continue");
        }

        code.Lines("writer.BeginNode();");
        if (form.Start.Length > 0)
            code.Lines($"writer.Raw({CSharp.NameLiteral(form.Start)});");
        for (var i = 0; i < parts.Count; i++)
        {
            var (model, local) = parts[i];
            var isLocal = !model.MayBeEmpty && (model.Kind is not ValueKind.Integer || model.IsNullableStruct);
            var method = model.Kind switch
            {
                ValueKind.Integer => "Number",
                ValueKind.Address => "Address",
                _ => "Text",
            };
            if (i > 0)
                code.Lines("writer.Raw(\";\"u8);");
            code.Lines($"writer.{method}({(isLocal ? local : Property(model.PropertyName))});");
        }

        code.Lines($"writer.EndNodeId({CSharp.NameLiteral(form.End)});\n");
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

    private static IEnumerable<string> Latest(TopologyModel topology) =>
        topology.Node.Metadata
            .Where(static metadata => metadata.From is "latest")
            .Select(static metadata => metadata.IsLink
                ? ValueEmitter.Link(
                    $"{CSharp.NameLiteral(metadata.Id)}, {CSharp.NameLiteral(metadata.TextId)}", Property(metadata.PropertyName))
                : ValueEmitter.Latest(CSharp.NameLiteral(metadata.Id), metadata.Value, Property(metadata.PropertyName)))
            .Concat(topology.Node.Tables.Select(table =>
                $"Write{TableEmitter.MethodName(topology, table)}(ref writer, {Property(table.PropertyName)});"));

    private static IEnumerable<string> Metadata(NodeModel node, string from, string method) => node.Metadata
        .Where(metadata => metadata.From == from)
        .Select(metadata => $"writer.{method}({CSharp.NameLiteral(metadata.Id)}, {Property(metadata.PropertyName)});");

    private static string Metric(MetricModel metric)
    {
        var value = Property(metric.PropertyName);
        var method = metric.Value?.Kind switch
        {
            null => "MetricSamples",
            ValueKind.Single => "SingleMetric",
            _ => "Metric",
        };
        var cast = metric.Value?.Kind is ValueKind.Decimal ? "(double?)" : "";

        return $"writer.{method}({CSharp.NameLiteral(metric.Id)}, {cast}{value}, min: {End(metric.Min)}, max: {End(metric.Max)});";

        static string End(double? end) => end is null ? "null" : Number.Format(end.Value);
    }

    private static string Relation(RelationModel relation)
    {
        // An id of several parts is given whole.
        var (start, end) = relation.Form.Parts.Count == 1 ? (relation.Form.Start, relation.Form.End) : ("", "");
        var method = relation.IsCollection ? "NodeIds" : "NodeId";
        var arguments = string.Join(
            ", ",
            CSharp.NameLiteral(relation.Name),
            Property(relation.PropertyName),
            CSharp.NameLiteral(start),
            CSharp.NameLiteral(end));

        return $"writer.{method}({arguments});";
    }

    private static string Property(string name) => $"node.{CSharp.Identifier(name)}";
}
