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
            $"private sealed class ReportConverter : {Names.Converter}<{report.TypeName}>",
            () => code.Lines(
                $"""
                public override {report.TypeName} Read(
                    ref {Names.Reader} reader,
                    {Names.Type} typeToConvert,
                    {Names.Options} options) =>
                    throw new {Names.NotSupportedException}(
                        "{report.Name} can only be written.");

                public override void Write(
                    {Names.JsonWriter} writer,
                    {report.TypeName} value,
                    {Names.Options} options) =>
                    {Names.ReportSerializer}.Write(writer, value, {report.ContextName}.Write);
                """));
    }
}
