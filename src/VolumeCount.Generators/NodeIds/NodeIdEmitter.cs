using VolumeCount.Generators.Emission;
using VolumeCount.Generators.Values;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.NodeIds;

/// <summary>Emits the statements that write the id of a node, and skip a node without an id.</summary>
internal static class NodeIdEmitter
{
    public static void Emit(CodeWriter code, IEnumerable<NodeIdPartModel> id, NodeIdForm form)
    {
        var parts = Parts(id, form);
        for (var i = 0; i < parts.Count; i++)
        {
            var (model, local) = parts[i];

            // Scope splits an id at the first semicolons.
            var isBeforeSemicolon = i < parts.Count - 1 || form.End.Length > 0;
            if (Guard(model, local, isBeforeSemicolon) is { } guard)
                CollectionEmitter.EmitGuard(code, guard, "continue");
        }

        code.Lines("writer.BeginNode();");
        EmitParts(code, parts, form);
        code.Lines($"writer.EndNodeId({CSharp.NameLiteral(form.End)});\n");
    }

    /// <summary>Adds the statements that write the <c>id</c> and the <c>topology</c> of a node that stands alone.</summary>
    public static void EmitIdentity(
        CodeWriter code, IEnumerable<NodeIdPartModel> id, TopologyFormat format, string standalone)
    {
        code.Block($"if ({CSharp.Member("node", standalone)})", () =>
        {
            code.Lines("writer.BeginIdentity();");
            EmitParts(code, Parts(id, format.IdForm), format.IdForm);
            code.Lines(
                $"writer.EndIdentity({CSharp.NameLiteral(format.IdForm.End)}, {CSharp.NameLiteral(format.NodeName)});");
        });
        code.Line();
    }

    private static List<(NodeIdPartModel Model, string Local)> Parts(IEnumerable<NodeIdPartModel> id, NodeIdForm form) =>
    [
        .. id.Zip(form.Parts, static (model, part) => (model, part is "Whole" ? "id" : part.ToLowerInvariant())),
    ];

    private static void EmitParts(CodeWriter code, List<(NodeIdPartModel Model, string Local)> parts, NodeIdForm form)
    {
        if (form.Start.Length > 0)
            code.Lines($"writer.Raw({CSharp.NameLiteral(form.Start)});");
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                code.Lines("writer.Raw(\";\"u8);");
            code.Lines(Statement(parts[i].Model, parts[i].Local));
        }
    }

    /// <summary>The condition under which the node has no id; null if it always has one.</summary>
    private static string? Guard(NodeIdPartModel model, string local, bool isBeforeSemicolon)
    {
        var property = CSharp.Member("node", model.PropertyName);

        return model.Kind switch
        {
            ValueKind.Text when model.MayBeEmpty => $"{property}?.Contains(';') is true",
            ValueKind.Text =>
                $"{property} is not {{ Length: > 0 }} {local}{(isBeforeSemicolon ? $" || {local}.Contains(';')" : "")}",
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
