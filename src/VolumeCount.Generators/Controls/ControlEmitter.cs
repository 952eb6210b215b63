using VolumeCount.Generators.Emission;

namespace VolumeCount.Generators.Controls;

/// <summary>
/// Emits the statements that write the properties marked <c>[Control]</c>, their entries in the topology, and the router.
/// </summary>
internal static class ControlEmitter
{
    /// <summary>The statement that writes whether a control can be used.</summary>
    public static string Statement(ControlModel control) =>
        $"writer.Control({CSharp.NameLiteral(control.Id)}, {CSharp.Member("node", control.PropertyName)});";

    /// <summary>The entries in a topology's <c>controls</c>, as JSON; null without controls.</summary>
    public static string? Templates(IEnumerable<ControlModel> controls) =>
        JsonText.OptionalObject(controls.Select(static control => (control.Id, JsonText.Object(
            ("id", JsonText.String(control.Id)),
            ("human", JsonText.String(control.Human)),
            ("icon", JsonText.OptionalString(control.Icon)),
            ("rank", JsonText.Number(control.Rank)),
            ("confirmation", JsonText.OptionalString(control.Confirmation))))));

    /// <summary>
    /// Adds the context's member with the handlers of <paramref name="controls"/> to <paramref name="code"/>.
    /// </summary>
    public static void EmitRouter(CodeWriter code, IEnumerable<ControlModel> controls)
    {
        var handlers = controls
            .Where(static control => control.Handler is not null)
            .Select(static control => (control.Id, Handler: control.Handler!))
            .ToList();

        var member = $"public static {Names.ControlRouter} Controls {{ get; }} = new(";
        code.Lines("\n/// <summary>The controls of the report's nodes, and the handler of each.</summary>");
        if (handlers.Count == 0)
        {
            code.Lines(member + "[]);");
            return;
        }

        code.Lines(member + "\n[");
        foreach (var (id, handler) in handlers)
        {
            code.Lines(
                $"""
                    new({CSharp.Literal(id)}, static (request, services, cancellationToken) =>
                        {Result(handler)}),
                """);
        }

        code.Lines("]);");
    }

    private static string Result(HandlerModel handler)
    {
        var call = $"{handler.TypeName}.{CSharp.Identifier(handler.MethodName)}({string.Join(", ", handler.Arguments)})";

        return handler.IsValueTask ? call : $"new({call})";
    }
}
