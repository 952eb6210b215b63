namespace VolumeCount.Tests.Emulation;

/// <summary>A node that another one's panel links to.</summary>
/// <param name="Topology">The name of its topology, such as <c>host</c>.</param>
/// <param name="Id">Its id.</param>
internal sealed record PanelParent(string Topology, string Id);
