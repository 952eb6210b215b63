using VolumeCount.Generators.Emission;

namespace VolumeCount.Generators.Plugin;

/// <summary>Writes the class, within a report's context, that <c>JsonSerializer</c> calls.</summary>
internal static class ConverterEmitter
{
    /// <summary>Adds the converter of <paramref name="report"/> to <paramref name="code"/>.</summary>
    public static void Emit(CodeWriter code, ReportModel report)
    {
        code.Line();
        code.Block(
            "private sealed class ReportConverter : "
                + $"global::System.Text.Json.Serialization.JsonConverter<{report.TypeName}>",
            () => code.Lines(
                $"""
                public override {report.TypeName} Read(
                    ref global::System.Text.Json.Utf8JsonReader reader,
                    {Names.Type} typeToConvert,
                    {Names.Options} options) =>
                    throw new {Names.NotSupportedException}(
                        "{report.Name} can only be written.");

                public override void Write(
                    global::System.Text.Json.Utf8JsonWriter writer,
                    {report.TypeName} value,
                    {Names.Options} options) =>
                    global::VolumeCount.Scope.Writing.ReportSerializer.Write(writer, value, {report.ContextName}.Write);
                """));
    }
}
