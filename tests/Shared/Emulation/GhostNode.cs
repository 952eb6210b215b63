namespace VolumeCount.Tests.Emulation;

/// <summary>A node that the probe does not know.</summary>
/// <param name="Topology">The topology's name in JSON.</param>
/// <param name="Id">The node's id.</param>
internal sealed record GhostNode(string Topology, string Id);
