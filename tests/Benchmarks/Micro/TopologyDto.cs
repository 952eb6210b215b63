using System.Text.Json;
using System.Text.Json.Serialization;

namespace VolumeCount.Tests.Benchmarks.Micro;

/// <summary>The topology in <see cref="ReportDto"/>. The templates are the same in every report, and come ready.</summary>
internal sealed record TopologyDto(
    Dictionary<string, NodeDto> Nodes,
    [property: JsonPropertyName("metadata_templates")] JsonElement MetadataTemplates,
    [property: JsonPropertyName("table_templates")] JsonElement TableTemplates);
