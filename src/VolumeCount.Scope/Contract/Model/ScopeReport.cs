namespace VolumeCount.Scope.Contract.Model;

/// <summary>A report, as Scope understands it.</summary>
internal sealed record ScopeReport
{
    /// <summary>The plugins that the report names, each id once.</summary>
    public IReadOnlyList<PluginSpec> Plugins { get; init; } = [];

    /// <summary>The topologies by their names in JSON, such as <c>Container</c>. The others are empty.</summary>
    public IReadOnlyDictionary<string, ReportedTopology> Topologies { get; init; } =
        new Dictionary<string, ReportedTopology>();
}
