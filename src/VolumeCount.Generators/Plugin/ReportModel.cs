using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Controls;
using VolumeCount.Generators.Topologies;

namespace VolumeCount.Generators.Plugin;

/// <summary>A class marked <c>[Plugin]</c>.</summary>
/// <param name="Name">The class's name alone.</param>
/// <param name="TypeName">The class's name as code refers to it from anywhere: <c>global::…</c>.</param>
/// <param name="CanBeNull">Whether it is a class.</param>
/// <param name="Namespace">The namespace of the context; empty for the global one.</param>
/// <param name="ContextName">The context's name.</param>
/// <param name="IsPublic">Whether the context is public; it is internal otherwise.</param>
/// <param name="Plugin">The report's entry for the plugin.</param>
/// <param name="TimeProperty">The name of the property with the report's time.</param>
/// <param name="Topologies">The report's topologies, base classes first, in the order of their declaration.</param>
/// <param name="IsWritable">
/// False if the report has errors: its context is still generated, so that the compiler shows no other errors, but it
/// throws.
/// </param>
internal sealed record ReportModel(
    string Name,
    string TypeName,
    bool CanBeNull,
    string Namespace,
    string ContextName,
    bool IsPublic,
    PluginModel Plugin,
    string TimeProperty,
    EquatableArray<TopologyModel> Topologies,
    bool IsWritable)
{
    /// <summary>The emitted file's name.</summary>
    public string HintName => $"{Namespace}{(Namespace.Length > 0 ? "." : "")}{ContextName}.g.cs".Replace("@", "");

    /// <summary>The class's name in messages.</summary>
    public string DisplayName => TypeName.Substring("global::".Length);

    /// <summary>
    /// The controls of all topologies; where two have the same class of nodes, its controls are listed once.
    /// </summary>
    public IEnumerable<ControlModel> Controls =>
        Topologies.SelectMany(static topology => topology.Node.Controls).GroupBy(static control => control.Id)
            .Select(static controls => controls.First());
}
