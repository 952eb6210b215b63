namespace VolumeCount.Scope.Vocabulary;

/// <summary>The values in templates that Scope knows. It ignores any other value.</summary>
internal static class TemplateWords
{
    /// <summary>The values of <c>dataType</c>.</summary>
    public static IReadOnlyList<string> DataTypes { get; } = ["", "number", "ip", "datetime", "duration", "link"];

    /// <summary>The values of <c>from</c>.</summary>
    public static IReadOnlyList<string> Sources { get; } = ["", "latest", "sets", "counters"];

    /// <summary>The values of a metric's <c>format</c>.</summary>
    public static IReadOnlyList<string> MetricFormats { get; } = ["", "percent", "filesize", "integer"];

    /// <summary>The values of a table's <c>type</c>.</summary>
    public static IReadOnlyList<string> TableTypes { get; } = ["", TableFormat.PropertyList, TableFormat.Multicolumn];
}
