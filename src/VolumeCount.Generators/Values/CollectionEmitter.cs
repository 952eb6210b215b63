using VolumeCount.Generators.Emission;

namespace VolumeCount.Generators.Values;

/// <summary>Emits methods, within a report's context, that read collections.</summary>
internal static class CollectionEmitter
{
    /// <summary>Adds a method that does <paramref name="body"/> for every element of a collection.</summary>
    public static void EmitMethod(
        CodeWriter code, string name, CollectionModel collection, string element, Action body)
    {
        var elements = element + "s";
        code.SeparateMember();
        code.Block(
            $"public static void Write{name}(ref {Names.ReportWriter} writer, {collection.TypeName} {elements})",
            () =>
            {
                var empty = $"{Names.ImmutableArray}<{collection.ElementTypeName}> {{ IsDefault: true }}";
                if (collection.CanBeArray)
                    EmitGuard(code, $"{elements} is null or {empty}", "return");
                else if (collection.CanBeNull)
                    EmitGuard(code, $"{elements} is null", "return");
                else if (collection.Kind is CollectionKind.ImmutableArray)
                    EmitGuard(code, $"{elements}.IsDefault", "return");

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

    /// <summary>Adds a statement that leaves where <paramref name="condition"/> holds.</summary>
    public static void EmitGuard(CodeWriter code, string condition, string leave) => code.Lines(
        $"""
        if ({condition})
            {leave};

        """);
}
