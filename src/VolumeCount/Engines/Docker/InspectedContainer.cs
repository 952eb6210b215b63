using Docker.DotNet.Models;

namespace VolumeCount.Engines.Docker;

/// <summary>What the plugin needs of an inspected container.</summary>
/// <param name="Mounts">The mounts of the container; null for none.</param>
internal sealed record InspectedContainer(IReadOnlyList<MountPoint>? Mounts);
