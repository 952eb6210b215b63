namespace VolumeCount.Scope.Contract.Model;

/// <summary>
/// An entry of a report's <c>Plugins</c>: the plugin's description of itself. Fields that it leaves out are empty.
/// </summary>
internal sealed record PluginSpec(string Id, string Label, IReadOnlyList<string> Interfaces, string ApiVersion)
{
    public bool Implements(string name) => Interfaces.Contains(name);
}
