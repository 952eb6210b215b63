using System.Text.Json.Serialization;
using Docker.DotNet.Models;

namespace VolumeCount.Engines.Docker;

/// <summary>Reads the answers that are small enough to be read as a whole.</summary>
/// <remarks>
/// Of Docker.DotNet these are the models alone: its client reads lists as a whole, without a limit, and its own JSON context
/// keeps each of its 400 models in the native program.
/// </remarks>
[JsonSerializable(typeof(VersionResponse))]
[JsonSerializable(typeof(InspectedContainer))]
internal sealed partial class DockerJson : JsonSerializerContext;
