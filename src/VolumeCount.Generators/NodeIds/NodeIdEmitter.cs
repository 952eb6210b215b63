using VolumeCount.Generators.Emission;
using VolumeCount.Generators.Values;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.NodeIds;

/// <summary>Emits the statements that write the id of a node, and skip a node that has none.</summary>
internal static class NodeIdEmitter
{
    /// <summary>Adds the statements to <paramref name="code"/>.</summary>
    /// <param name="code">The method that writes the node.</param>
    /// <param name="id">The parts of the id.</param>
    /// <param name="form">The form of the topology's ids.</param>
    public static void Emit(CodeWriter code, IEnumerable<NodeIdPartModel> id, NodeIdForm form)
    {
        var parts = id
            .Zip(form.Parts, static (model, part) => (Model: model, Local: part is "Whole" ? "id" : part.ToLowerInvariant()))
            .ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var (model, local) = parts[i];

            // Scope splits an id at the first semicolons.
            var isBeforeSemicolon = i < parts.Count - 1 || form.End.Length > 0;
            if (Guard(model, local, isBeforeSemicolon) is { } guard)
                CollectionEmitter.EmitGuard(code, guard, "continue");
        }

        code.Lines("writer.BeginNode();");
        if (form.Start.Length > 0)
            code.Lines($"writer.Raw({CSharp.NameLiteral(form.Start)});");
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                code.Lines("writer.Raw(\";\"u8);");
            code.Lines(Statement(parts[i].Model, parts[i].Local));
        }

        code.Lines($"writer.EndNodeId({CSharp.NameLiteral(form.End)});\n");
    }

    /// <summary>The condition under which the node has no id; null if it always has one.</summary>
    private static string? Guard(NodeIdPartModel model, string local, bool isBeforeSemicolon)
    {
        var property = CSharp.Member("node", model.PropertyName);

        return model.Kind switch
        {
            ValueKind.Text when model.MayBeEmpty => $"{property}?.Contains(';') is true",
            ValueKind.Text => $"{property} is not {{ Length: > 0 }} {local}{(isBeforeSemicolon ? $" || {local}.Contains(';')" : "")}",
            ValueKind.Address => $"{property} is not {{ }} {local}",
            _ => model.IsNullableStruct ? $"{property} is not {{ }} {local}" : null,
        };
    }

    private static string Statement(NodeIdPartModel model, string local)
    {
        var isLocal = !model.MayBeEmpty && (model.Kind is not ValueKind.Integer || model.IsNullableStruct);
        var method = model.Kind switch
        {
            ValueKind.Integer => "Number",
            ValueKind.Address => "Address",
            _ => "Text",
        };

        return $"writer.{method}({(isLocal ? local : CSharp.Member("node", model.PropertyName))});";
    }
}
