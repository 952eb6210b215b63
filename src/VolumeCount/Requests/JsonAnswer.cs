using System.Buffers;
using System.Text.Json;

namespace VolumeCount.Requests;

/// <summary>Answers requests with JSON, whose length is told beforehand.</summary>
internal static class JsonAnswer
{
    /// <summary>Answers with a body that is ready.</summary>
    public static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    /// <summary>Answers that a request cannot be served, and why.</summary>
    public static Task RefuseAsync(HttpContext context, int statusCode, string error)
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
