using Docker.DotNet.Models;

namespace VolumeCount.Engines.Docker;

/// <summary>The part of an inspected container that the plugin needs.</summary>
/// <param name="Mounts">The mounts of the container; null without mounts.</param>
internal sealed record InspectedContainer(IReadOnlyList<MountPoint>? Mounts);
