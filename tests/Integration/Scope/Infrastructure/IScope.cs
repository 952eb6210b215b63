namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>A Scope that watches a folder for plugins, as far as a person at its page can see into it.</summary>
internal interface IScope
{
    /// <summary>How long after a change the last of its effects may show.</summary>
    TimeSpan Patience { get; }

    /// <summary>How long to wait before looking again.</summary>
    TimeSpan LookInterval { get; }

    /// <summary>The plugins in the list at the foot of the page.</summary>
    Task<IReadOnlyList<ScopePlugin>> PluginsAsync();

    /// <summary>
    /// The ids of the container nodes that Scope has merged from all reports, but for those whose container it knows to be
    /// deleted. A node that only a plugin knows, and that does not give its id, is there twice: once under an empty one.
    /// </summary>
    Task<IReadOnlyCollection<string>> ContainerNodesAsync();

    /// <summary>
    /// The ids of the nodes that the container view draws, whatever state their containers are in. A node that only a plugin
    /// knows is drawn when it gives its id or its topology.
    /// </summary>
    /// <exception cref="ScopeViewException">The view cannot be drawn.</exception>
    Task<IReadOnlyCollection<string>> ContainerViewAsync();

    /// <summary>The panel of one node in the container view.</summary>
    /// <returns>The panel, or null while the node does not exist.</returns>
    /// <exception cref="ScopeViewException">The panel cannot be drawn.</exception>
    Task<ContainerPanel?> PanelAsync(string nodeId);

    /// <summary>The id of the node of the host that Scope runs on.</summary>
    Task<string> HostAsync();

    /// <summary>The buttons in that host's panel.</summary>
    Task<IReadOnlyCollection<PanelButton>> HostButtonsAsync();

    /// <summary>Presses a button.</summary>
    /// <returns>The error that the page shows, or null where all went well.</returns>
    Task<string?> PressAsync(PanelButton button);

    /// <summary>What helps to understand a failed test.</summary>
    Task<string> LogAsync();
}
