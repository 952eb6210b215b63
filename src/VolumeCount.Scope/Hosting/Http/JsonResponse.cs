using System.Buffers;
using System.Text.Json;

namespace VolumeCount.Scope.Hosting.Http;

/// <summary>Sends responses of JSON with their length.</summary>
internal static class JsonResponse
{
    /// <summary>Sends a complete body.</summary>
    public static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    /// <summary>Sends a status other than 200, with the reason.</summary>
    public static Task WriteErrorAsync(HttpContext context, int statusCode, string error)
    {
        context.Response.StatusCode = statusCode;
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("error"u8, error);
            writer.WriteEndObject();
        }

        return WriteAsync(context, body.WrittenMemory);
    }
}
