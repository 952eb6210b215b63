using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Parsing;

/// <summary>Parses the properties marked <c>[Control]</c>, and the methods that handle them.</summary>
/// <param name="symbols">Reads the symbols, and keeps what is wrong with them.</param>
/// <param name="templates">Reads what all templates have.</param>
internal sealed class ControlParser(SymbolReader symbols, TemplateReader templates)
{
    /// <summary>Parses one of the properties.</summary>
    public ControlModel Parse(Mark mark, ITypeSymbol type, string topology)
    {
        if (topology is "Container")
            symbols.Report(DiagnosticDescriptors.ControlOnContainer, mark.Location, mark.Name, type.Name);

        if (ValueParser.Parse(mark.Property.Type)?.Kind is not ValueKind.Boolean
            && !symbols.IsLeftToCompiler(mark.Property.Type))
        {
            symbols.Report(
                DiagnosticDescriptors.ControlType, mark.Location, mark.Name, SymbolReader.Display(mark.Property.Type));
        }

        var id = templates.Id(mark);
        if (IsLost(id))
            symbols.Report(DiagnosticDescriptors.ControlIdLost, mark.Attribute.LocationOf("Id"), mark.Name, id);

        mark.Attribute.TryGet<int>("Rank", out var rank);

        return new(
            mark.Name,
            id,
            templates.Label(mark, "Human"),
            TemplateReader.Text(mark, "Icon"),
            rank,
            TemplateReader.Text(mark, "Confirmation"),
            ParseHandler(mark, type));
    }

    /// <summary>
    /// Whether the id changes on its way: Scope lists ids with semicolons between them, its page puts one into an address as it is,
    /// and its app unescapes it there.
    /// </summary>
    private static bool IsLost(string id) =>
        id is "." or ".."
        || id.EndsWith(" ", StringComparison.Ordinal)
        || id.Any(static c => ";/?#%+\\".Contains(c) || char.IsControl(c));

    private HandlerModel? ParseHandler(Mark mark, ITypeSymbol type)
    {
        var name = TemplateReader.Text(mark, "Handler");

        // Those of a class hide those of its bases.
        var methods = SymbolReader.SelfAndBases(type)
            .Select(type => type.GetMembers(name)
                .OfType<IMethodSymbol>()
                .Where(static method => method.MethodKind is MethodKind.Ordinary)
                .ToList())
            .FirstOrDefault(static methods => methods.Count > 0);
        if (methods is null)
        {
            symbols.Report(
                DiagnosticDescriptors.NoHandler,
                mark.Attribute.LocationOf("Handler"),
                mark.Name,
                name.Length > 0 ? $"'{type.Name}' has no method '{name}'" : "it names none");
            return null;
        }

        var types = methods.SelectMany(static method => method.Parameters.Select(static parameter => parameter.Type)
            .Append(method.ReturnType));
        if (types.Any(symbols.IsLeftToCompiler))
            return null;

        if (WhyNoHandler(methods) is { } reason)
        {
            symbols.Report(
                DiagnosticDescriptors.HandlerShape, mark.Attribute.LocationOf("Handler"), name, mark.Name, reason);
            return null;
        }

        var method = methods[0];
        symbols.Use(method);
        foreach (var parameter in method.Parameters)
            symbols.Use(parameter.Type);
        var result = (INamedTypeSymbol)method.ReturnType;

        return new(
            method.ContainingType.ToDisplayString(SymbolReader.TypeFormat),
            method.Name,
            method.Parameters.Select(Argument).ToEquatableArray(),
            IsAwaited: result.TypeArguments.Length > 0,
            IsValueTask: result.Name is "ValueTask");
    }

    private string? WhyNoHandler(List<IMethodSymbol> methods)
    {
        var method = methods[0];
        if (methods.Count > 1)
            return "there are several of that name";
        if (!method.IsStatic)
            return "it is not static";
        if (method.IsAbstract || method.IsVirtual)
            return "it is virtual";
        if (method.IsGenericMethod)
            return "it is generic";
        if (SymbolReader.IsRefused(method))
            return "it is obsolete, and using it an error";
        if (!symbols.IsAccessible(method))
            return "it is private or protected";
        if (method.Parameters.Any(static parameter => parameter.RefKind is not RefKind.None))
            return "a parameter is passed by reference";
        if (method.Parameters.Any(static parameter => parameter.Type.IsValueType && Argument(parameter).Contains("Service<")))
            return "a parameter is a struct, which no service can be";

        if (method.RefKind is not RefKind.None)
            return "it returns a reference";

        return IsResponse(method.ReturnType) ? null : $"it returns '{SymbolReader.Display(method.ReturnType)}'";
    }

    private static bool IsResponse(ITypeSymbol type) =>
        type.NullableAnnotation is not NullableAnnotation.Annotated
        && (SymbolReader.FullName(type) is AttributeNames.ControlResponse
            || (type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments, Name: "Task" or "ValueTask" }
                && type.ContainingNamespace.ToDisplayString() is "System.Threading.Tasks"
                && arguments[0].NullableAnnotation is not NullableAnnotation.Annotated
                && SymbolReader.FullName(arguments[0]) is AttributeNames.ControlResponse));

    private static string Argument(IParameterSymbol parameter) => SymbolReader.FullName(parameter.Type) switch
    {
        AttributeNames.ControlRequest => "request",
        "System.Threading.CancellationToken" => "cancellationToken",
        "System.IServiceProvider" => "services",
        _ => $"global::VolumeCount.Scope.Controls.ControlRouter.Service<{parameter.Type
            .WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolReader.TypeFormat)}>(services)",
    };
}
