using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Diagnostics;
using VolumeCount.Generators.Emission;
using VolumeCount.Generators.Symbols;
using VolumeCount.Generators.Values;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.Controls;

/// <summary>Parses the properties marked <c>[Control]</c>, and the methods that handle them.</summary>
internal sealed class ControlParser(SymbolReader symbols, TemplateReader templates, ITypeSymbol type)
{
    public ControlModel Parse(AttributedProperty property, string topology)
    {
        if (topology is "Container")
            symbols.Report(DiagnosticDescriptors.ControlOnContainer, property.Location, property.Name, type.Name);

        if (ValueParser.Parse(property.Type)?.Kind is not ValueKind.Boolean)
            symbols.ReportType(DiagnosticDescriptors.ControlType, property);

        var id = templates.Id(property);
        if (!ControlIds.IsRoutable(id))
            symbols.Report(DiagnosticDescriptors.ControlIdLost, property.Attribute.LocationOf("Id"), property.Name, id);

        return new(
            property.Name,
            id,
            templates.Label(property, "Human"),
            property.Attribute.Get<string>("Icon") ?? "",
            property.Attribute.Get<int>("Rank"),
            property.Attribute.Get<string>("Confirmation") ?? "",
            ParseHandler(property));
    }

    private HandlerModel? ParseHandler(AttributedProperty property)
    {
        var name = property.Attribute.Get<string>("Handler") ?? "";

        // The methods of a class hide those of its bases.
        var methods = SymbolReader.SelfAndBases(type)
            .Select(current => current.GetMembers(name)
                .OfType<IMethodSymbol>()
                .Where(static method => method.MethodKind is MethodKind.Ordinary)
                .ToList())
            .FirstOrDefault(static methods => methods.Count > 0);
        if (methods is null)
        {
            symbols.Report(
                DiagnosticDescriptors.NoHandler,
                property.Attribute.LocationOf("Handler"),
                property.Name,
                name.Length > 0 ? $"'{type.Name}' has no method '{name}'" : "the attribute names no method");
            return null;
        }

        var types = methods.SelectMany(static method => method.Parameters.Select(static parameter => parameter.Type)
            .Append(method.ReturnType));
        if (types.Any(symbols.IsLeftToCompiler))
            return null;

        if (HandlerError(methods) is var (reason, fix))
        {
            symbols.Report(
                DiagnosticDescriptors.HandlerShape,
                property.Attribute.LocationOf("Handler"),
                name, property.Name, reason, fix);
            return null;
        }

        var method = methods[0];

        return new(
            SymbolReader.CodeName(method.ContainingType),
            method.Name,
            method.Parameters.Select(Argument).ToEquatableArray(),
            IsValueTask: method.ReturnType.Name is "ValueTask");
    }

    /// <summary>The reason why none of the methods can be a handler, and the fix; null if the only one can.</summary>
    private (string Reason, string Fix)? HandlerError(List<IMethodSymbol> methods)
    {
        var method = methods[0];
        if (methods.Count > 1)
            return ("there are several of that name", "Give the handler a name of its own");
        if (!method.IsStatic)
            return ("it is not static", "Make it static");
        if (method.IsAbstract || method.IsVirtual)
            return ("it is virtual", "Make it an ordinary static method");
        if (method.IsGenericMethod)
            return ("it is generic", "Remove its type parameters");
        if (SymbolReader.IsRefused(method) || SymbolReader.IsRefusedType(method.ContainingType))
            return ("it is obsolete, and using it an error", "Name another method");
        if (!symbols.IsAccessible(method))
            return ("it is private or protected", "Make it internal or public");
        if (method.RefKind is not RefKind.None)
            return ("it returns a reference", "Return a value");
        if (!IsResponse(method.ReturnType))
        {
            return (
                $"it returns '{SymbolReader.Display(method.ReturnType)}'",
                "Return a ControlResponse, or a Task or ValueTask of one, that is not null");
        }

        return method.Parameters.Select(ParameterError).FirstOrDefault(static error => error is not null);
    }

    // Parameters are resolved as ASP.NET Core does, except from sources that Scope's request does not have.
    private static (string Reason, string Fix)? ParameterError(IParameterSymbol parameter)
    {
        if (parameter.RefKind is not RefKind.None)
            return ($"'{parameter.Name}' is passed by reference", "Pass it by value");
        if (parameter.IsParams)
            return ($"'{parameter.Name}' is a params parameter", "Take an IEnumerable<T>, which has all services of a type");
        if (parameter.GetAttributes().Any(
            static attribute => attribute.AttributeClass?.Name is "FromKeyedServicesAttribute"))
        {
            return (
                $"'{parameter.Name}' is a keyed service",
                "Take an IServiceProvider, and call GetRequiredKeyedService in the handler");
        }

        if (WellKnownArgument(parameter) is not null)
            return null;
        if (parameter.HasExplicitDefaultValue && !(parameter.Type.IsReferenceType && parameter.ExplicitDefaultValue is null))
        {
            return ($"'{parameter.Name}' has a default value, and is not a service",
                "Remove it, and make it a constant in the handler");
        }

        if (!parameter.Type.IsReferenceType)
        {
            return ($"'{parameter.Name}' is a struct, which no service can be",
                "Remove it, or take a service that has the value");
        }

        return SymbolReader.IsRefusedType(parameter.Type)
            ? ($"the type of '{parameter.Name}' is obsolete, and using it an error", "Take another service")
            : null;
    }

    private static bool IsResponse(ITypeSymbol type) =>
        type.NullableAnnotation is not NullableAnnotation.Annotated
        && (SymbolReader.FullName(type) is AttributeNames.ControlResponse
            || (type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments, Name: "Task" or "ValueTask" }
                && type.ContainingNamespace.ToDisplayString() is "System.Threading.Tasks"
                && arguments[0].NullableAnnotation is not NullableAnnotation.Annotated
                && SymbolReader.FullName(arguments[0]) is AttributeNames.ControlResponse));

    private static string? WellKnownArgument(IParameterSymbol parameter) => SymbolReader.FullName(parameter.Type) switch
    {
        AttributeNames.ControlRequest => "request",
        "System.Threading.CancellationToken" => "cancellationToken",
        "System.IServiceProvider" => "services",
        _ => null,
    };

    private static string Argument(IParameterSymbol parameter)
    {
        if (WellKnownArgument(parameter) is { } argument)
            return argument;

        var isOptional = parameter.HasExplicitDefaultValue || parameter.NullableAnnotation is NullableAnnotation.Annotated;
        var type = SymbolReader.CodeName(parameter.Type);

        return $"{Names.ControlRouter}.{(isOptional ? "OptionalService" : "Service")}<{type}>(services)";
    }
}
