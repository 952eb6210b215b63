using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Emission;

/// <summary>Writes the member, within a report's context, that has its controls and their handlers.</summary>
internal static class ControlsEmitter
{
    /// <summary>Adds the member for <paramref name="report"/> to <paramref name="code"/>.</summary>
    public static void Emit(CodeWriter code, ReportModel report)
    {
        var handlers = report.Controls
            .Where(control => report.IsWritable && control.Handler is not null)
            .Select(static control => (control.Id, Handler: control.Handler!))
            .ToList();

        var member = $"public static {Names.ControlRouter} Controls {{ get; }} = new(";
        code.Lines("\n/// <summary>The controls of the report's nodes, and what handles each of them.</summary>");
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

        return handler is { IsAwaited: true, IsValueTask: true } ? call : $"new({call})";
    }
}
