using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Emission;

/// <summary>Writes the statements that write a value in <c>latest</c>.</summary>
internal static class ValueEmitter
{
    /// <summary>The statement for a value that is no link.</summary>
    public static string Latest(string key, ValueModel value, string expression) =>
        value.Kind is ValueKind.Enumeration
            ? $"writer.Latest({key}, NameOf({expression}));"
            : $"writer.Latest({key}, {expression});";

    /// <summary>The statement for a link, with the keys that it takes.</summary>
    public static string Link(string keys, string expression) => $"writer.LatestLink({keys}, {expression});";

    /// <summary>Adds the methods that name the members of the enumerations in <paramref name="report"/>.</summary>
    public static void EmitNames(CodeWriter code, ReportModel report)
    {
        foreach (var enumeration in Values(report).Select(static value => value.Enumeration).OfType<EnumerationModel>().Distinct())
        {
            code.Line();
            code.Lines($"private static string? NameOf({enumeration.TypeName}? value) => value switch");
            code.Lines("{");
            foreach (var member in enumeration.Members)
                code.Lines($"    {enumeration.TypeName}.{CSharp.Identifier(member)} => {CSharp.Literal(member)},");
            var otherwise = enumeration.NumberType is { } number
                ? $"(({number})value.Value).ToString({Names.InvariantCulture})"
                : "value.Value.ToString()";
            code.Lines(
                $$"""
                    null => null,
                    _ => {{otherwise}},
                };
                """);
        }
    }

    private static IEnumerable<ValueModel> Values(ReportModel report)
    {
        foreach (var node in report.Topologies.Select(static topology => topology.Node))
        {
            foreach (var metadata in node.Metadata)
                yield return metadata.Value;
            foreach (var table in node.Tables)
            {
                if (table.EntryValue is not null)
                    yield return table.EntryValue;
                foreach (var column in table.Columns)
                    yield return column.Value;
            }
        }
    }
}
