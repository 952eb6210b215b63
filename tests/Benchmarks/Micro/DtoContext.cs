using System.Text.Json.Serialization;

namespace VolumeCount.Tests.Benchmarks.Micro;

/// <summary>System.Text.Json's own generated code for <see cref="ReportDto"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReportDto))]
internal sealed partial class DtoContext : JsonSerializerContext;
