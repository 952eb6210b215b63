using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using VolumeCount.Scope.Controls;

namespace VolumeCount.Scope.Hosting.Http;

/// <summary>Handles <c>POST /control</c>, which a probe sends when a user presses one of the plugin's buttons.</summary>
internal sealed class ControlEndpoint(ControlRouter router, ILogger<ControlEndpoint> logger)
{
    /// <summary>The largest size of a request, in bytes. Scope's have a few hundred.</summary>
    public const int MaxRequestSize = 64 * 1024;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    public bool HasControls => router.Controls.Count > 0;

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxRequestSize;

        ControlRequest? request;
        try
        {
            request = await ReadAsync(context);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await JsonResponse.WriteErrorAsync(
                context, e.StatusCode, $"the body is too big: a control's request has at most {MaxRequestSize} bytes");
            return;
        }

        if (request is null)
        {
            await JsonResponse.WriteErrorAsync(
                context,
                StatusCodes.Status400BadRequest,
                "the body is not a control request: send a JSON object with the strings NodeID and Control");
            return;
        }

        var body = new ArrayBufferWriter<byte>();
        await RespondAsync(request, context, body);
        await JsonResponse.WriteAsync(context, body.WrittenMemory);
    }

    private async ValueTask RespondAsync(ControlRequest request, HttpContext context, ArrayBufferWriter<byte> body)
    {
        try
        {
            var response = await router.HandleAsync(request, context.RequestServices, context.RequestAborted);
            response.WriteTo(body);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Any status other than 200 would put the whole plugin in error; Scope shows this error to the user who pressed
            // the button.
            logger.LogControlFailed(request.Control, request.NodeId, e);
            body.ResetWrittenCount();
            ControlResponse.Error($"the control '{request.Control}' failed: {e.Message}").WriteTo(body);
        }
    }

    private static async Task<ControlRequest?> ReadAsync(HttpContext context)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(
                context.Request.Body, Options, context.RequestAborted);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || Text(root, "NodeID") is not { } node
                || Text(root, "Control") is not { } control)
            {
                return null;
            }

            return new ControlRequest(node, control, Text(root, "AppID") ?? "", Arguments(root));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // An InvalidOperationException is thrown for a string that is not valid Unicode.
            return null;
        }
    }

    // Scope sends null for a control without arguments.
    private static ImmutableDictionary<string, string> Arguments(JsonElement root) =>
        root.TryGetProperty("ControlArgs", out var arguments) && arguments.ValueKind == JsonValueKind.Object
            ? arguments.EnumerateObject().ToImmutableDictionary(
                argument => argument.Name, argument => argument.Value.ToString(), StringComparer.Ordinal)
            : ImmutableDictionary<string, string>.Empty;

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
