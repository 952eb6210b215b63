using System.Buffers;
using VolumeCount.Scope.Controls;

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
        ControlResponse.Error(error).WriteTo(body);
        return WriteAsync(context, body.WrittenMemory);
    }
}
