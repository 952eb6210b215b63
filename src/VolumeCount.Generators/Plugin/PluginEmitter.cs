using VolumeCount.Generators.Emission;

namespace VolumeCount.Generators.Plugin;

/// <summary>Emits a report's entry in <c>Plugins</c>, and the member with the plugin's definition.</summary>
internal static class PluginEmitter
{
    /// <summary>The JSON of the report up to its first topology.</summary>
    public static string Start(ReportModel report) => "{\"Plugins\":" + JsonText.Array(JsonText.Object(
        ("id", JsonText.String(report.Plugin.Id)),
        ("label", JsonText.String(report.Plugin.Label)),
        ("description", JsonText.OptionalString(report.Plugin.Description)),
        ("interfaces", Interfaces(report)),
        ("api_version", JsonText.String("1"))));

    /// <summary>Adds the context's member with the plugin's definition to <paramref name="code"/>.</summary>
    public static void Emit(CodeWriter code, ReportModel report) => code.Lines(
        $$"""

        /// <summary>The plugin of the report, for its host.</summary>
        public static global::VolumeCount.Scope.Hosting.PluginDefinition<{{report.TypeName}}> Plugin { get; } = new(
            {{CSharp.Literal(report.Plugin.Id)}},
            {{CSharp.Literal(report.Plugin.Label)}},
            {{CSharp.Literal(report.Plugin.Description)}},
            {{CSharp.JsonLiteral(Start(report) + "}")}},
            Write,
            Controls);
        """);

    private static string Interfaces(ReportModel report) => report.Controls.Any()
        ? JsonText.Array(JsonText.String("reporter"), JsonText.String("controller"))
        : JsonText.Array(JsonText.String("reporter"));
}
