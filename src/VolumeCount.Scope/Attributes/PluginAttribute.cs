namespace VolumeCount.Scope;

/// <summary>
/// Marks a class, record or struct as the report of a Scope plugin. The source generator writes the report's <c>Plugins</c>
/// entry and a complete <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> named after the type:
/// <c>FooReport</c> gets <c>FooReportContext</c>, beside it and as visible as it is.
/// </summary>
/// <remarks>
/// The entry's <c>interfaces</c> are <c>reporter</c>, and <c>controller</c> if a node of the report has a
/// <see cref="ControlAttribute"/>.
/// </remarks>
/// <param name="id">
/// The plugin's <c>id</c>. Scope takes it from the socket's file name, so the socket must be named <c>&lt;id&gt;.sock</c>.
/// Letters and digits, in groups that single hyphens join.
/// </param>
/// <example><code>[Plugin("volume-count", Label = "Volume Counts")]</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class PluginAttribute(string id) : Attribute
{
    /// <summary>The plugin's <c>id</c>.</summary>
    public string Id { get; } = id;

    /// <summary>The plugin's <c>label</c>: its name in Scope's list of plugins. Must not be empty.</summary>
    public required string Label { get; init; }

    /// <summary>The plugin's <c>description</c>: the tool tip of its name in Scope's list of plugins.</summary>
    public string Description { get; init; } = "";
}
