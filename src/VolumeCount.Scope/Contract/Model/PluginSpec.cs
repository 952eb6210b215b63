namespace VolumeCount.Scope.Contract.Model;

/// <summary>
/// An entry of a report's <c>Plugins</c>: the plugin's description of itself. Fields that it leaves out are empty.
/// </summary>
/// <param name="Id">The plugin's id, which must be the one in its socket's name.</param>
/// <param name="Label">The plugin's name in Scope's list of plugins.</param>
/// <param name="Interfaces">The plugin's interfaces: <c>reporter</c>, and <c>controller</c> if it has controls.</param>
/// <param name="ApiVersion">The version of the plugin interface that the plugin implements.</param>
internal sealed record PluginSpec(string Id, string Label, IReadOnlyList<string> Interfaces, string ApiVersion)
{
    /// <summary>Whether the plugin names an interface.</summary>
    public bool Implements(string name) => Interfaces.Contains(name);
}
