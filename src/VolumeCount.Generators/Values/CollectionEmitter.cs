using VolumeCount.Generators.Emission;

namespace VolumeCount.Generators.Values;

/// <summary>Emits methods, within a report's context, that read collections.</summary>
internal static class CollectionEmitter
{
    /// <summary>
    /// Adds a method that does <paramref name="body"/> for every element of a collection, and <paramref name="first"/>
    /// before that.
    /// </summary>
    public static void EmitMethod(
        CodeWriter code, string name, CollectionModel collection, string element, Action body, string first = "")
    {
        var elements = element + "s";
        code.SeparateMember();
        code.Block(
            $"public static void Write{name}(ref {Names.ReportWriter} writer, {collection.TypeName} {elements})",
            () =>
            {
                if (EmptyPattern(collection) is { } pattern)
                    EmitGuard(code, $"{elements} is {pattern}", "return");

                if (first.Length > 0)
                    code.Lines(first);
                var item = collection.ElementCanBeNull ? "element" : element;
                if (collection.Kind is CollectionKind.List)
                {
                    code.Block($"for (int i = 0; i < {elements}.Count; i++)", () =>
                    {
                        code.Lines($"{collection.ElementTypeName} {item} = {elements}[i];");
                        EmitElement(item);
                    });
                }
                else
                {
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

    private static string? EmptyPattern(CollectionModel collection)
    {
        var array =
            $"global::System.Collections.Immutable.ImmutableArray<{collection.ElementTypeName}> {{ IsDefault: true }}";
        if (collection.CanBeArray)
        {
            // No interface of immutable collections has a segment behind it.
            return collection.TypeName.StartsWith("global::System.Collections.Immutable.", StringComparison.Ordinal)
                ? $"null or {array}"
                : $"null or {array} or global::System.ArraySegment<{collection.ElementTypeName}> {{ Array: null }}";
        }

        return collection.Kind switch
        {
            _ when collection.CanBeNull => "null",
            CollectionKind.ImmutableArray => "{ IsDefault: true }",
            CollectionKind.ArraySegment => "{ Array: null }",
            _ => null,
        };
    }

    /// <summary>Adds a statement that leaves where <paramref name="condition"/> holds.</summary>
    public static void EmitGuard(CodeWriter code, string condition, string leave) => code.Lines(
        $"""
        if ({condition})
            {leave};

        """);
}
