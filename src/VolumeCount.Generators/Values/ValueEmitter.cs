using VolumeCount.Generators.Emission;

namespace VolumeCount.Generators.Values;

/// <summary>Writes the statements that write a value in <c>latest</c>.</summary>
internal static class ValueEmitter
{
    /// <summary>The statement for a value that is not a link.</summary>
    public static string Latest(string key, ValueModel value, string expression) =>
        value.Kind is ValueKind.Enumeration
            ? $"writer.Latest({key}, {MethodName(value.Enumeration!)}({expression}));"
            : $"writer.Latest({key}, {expression});";

    /// <summary>The statement for a link, with the keys that it takes.</summary>
    public static string Link(string keys, string expression) => $"writer.LatestLink({keys}, {expression});";

    /// <summary>Adds the methods that name the members of the enumerations among <paramref name="values"/>.</summary>
    public static void EmitNames(CodeWriter code, IEnumerable<ValueModel> values)
    {
        foreach (var enumeration in values.Select(static value => value.Enumeration).OfType<EnumerationModel>().Distinct())
        {
            code.SeparateMember();
            code.Lines($"public static string? {MethodName(enumeration)}({enumeration.TypeName}? value) => value switch");
            code.Lines("{");
            foreach (var member in enumeration.Members)
                code.Lines($"    {enumeration.TypeName}.{CSharp.Identifier(member)} => {CSharp.Literal(member)},");
            var otherwise = enumeration.NumberType is { } number
                ? $"(({number})value.Value).ToString(global::System.Globalization.CultureInfo.InvariantCulture)"
                : "value.Value.ToString()";
            code.Lines(
                $$"""
                    null => null,
                    _ => {{otherwise}},
                };
                """);
        }
    }

    // Types that differ in nullability, names of tuple elements or dynamic alone are one type to a signature, and have a
    // method each.
    private static string MethodName(EnumerationModel enumeration) =>
        "NameOf_" + string.Concat(enumeration.TypeName.Replace("global::", "").Select(static c => c switch
    {
        '.' => "_",
        _ when char.IsLetterOrDigit(c) => c.ToString(),
        _ => $"_{(int)c:X}_",
    }));
}
