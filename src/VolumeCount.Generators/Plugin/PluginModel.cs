namespace VolumeCount.Generators.Plugin;

/// <summary>The report's entry in <c>Plugins</c>.</summary>
/// <param name="Id">The plugin's id.</param>
/// <param name="Label">The plugin's name in the UI.</param>
/// <param name="Description">The tool tip of that name; may be empty.</param>
internal sealed record PluginModel(string Id, string Label, string Description);
