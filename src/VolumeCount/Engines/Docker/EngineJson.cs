using System.Text.Json.Serialization;

namespace VolumeCount.Engines.Docker;

/// <summary>Reads Docker's answers, and writes filters. What nobody here needs is skipped as it comes in.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EngineContainer))]
[JsonSerializable(typeof(Dictionary<string, IDictionary<string, bool>>), TypeInfoPropertyName = "Filters")]
internal sealed partial class EngineJson : JsonSerializerContext;
