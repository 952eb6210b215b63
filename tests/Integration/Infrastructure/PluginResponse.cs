using System.Text.Json.Nodes;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>An HTTP response as it came over the socket.</summary>
internal sealed record PluginResponse(int StatusCode, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}
