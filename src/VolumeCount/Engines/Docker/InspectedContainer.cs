using Docker.DotNet.Models;

namespace VolumeCount.Engines.Docker;

/// <summary>The part of an inspected container that the plugin needs.</summary>
internal sealed record InspectedContainer(IReadOnlyList<MountPoint>? Mounts);
