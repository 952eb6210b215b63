using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using VolumeCount.Scope.Controls;

namespace VolumeCount.Tests.Unit.Controls;

/// <summary>Reads the answers of handlers.</summary>
internal static class Answers
{
    /// <summary>The body that Scope gets.</summary>
    public static string Body(ControlResponse response)
    {
        var output = new ArrayBufferWriter<byte>();
        response.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>The error that Scope shows.</summary>
    public static string? Error(ControlResponse response) => JsonNode.Parse(Body(response))!["error"]?.GetValue<string>();
}
