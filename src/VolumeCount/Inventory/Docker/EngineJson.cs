using System.Text.Json.Serialization;

namespace VolumeCount.Inventory.Docker;

/// <summary>Reads Docker's answers. What nobody here needs is skipped as it comes in.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EngineContainer))]
internal sealed partial class EngineJson : JsonSerializerContext;
