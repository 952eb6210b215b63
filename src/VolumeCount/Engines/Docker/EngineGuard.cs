using System.Net;
using System.Text;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Docker;

/// <summary>
/// Stands between whoever asks and the engine: lets only reading requests out, and lets no answer in that is an error or larger
/// than allowed. Docker.DotNet itself takes an answer, an error's text and an event of any size into memory.
/// </summary>
/// <param name="begin">Called when an answer begins; returns how large it may be.</param>
internal sealed class EngineGuard(Func<SizeLimit> begin) : DelegatingHandler
{
    /// <summary>Marks a request whose answer is never in memory as a whole: who reads it also bounds it.</summary>
    public static readonly HttpRequestOptionsKey<bool> IsStreamed = new(nameof(IsStreamed));

    private const int MaxErrorBytes = 1 << 12;

    /// <inheritdoc/>
    /// <exception cref="EngineUnavailableException">The engine answered with an error.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
            throw new InvalidOperationException($"{request.Method} is no way to ask: the plugin only ever reads.");

        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            if (response.StatusCode != HttpStatusCode.OK)
                throw await ExplainAsync(response, cancellationToken);

            if (!request.Options.TryGetValue(IsStreamed, out _))
                response.Content = new StreamContent(new LimitedStream(await response.Content.ReadAsStreamAsync(cancellationToken), begin()));
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<EngineUnavailableException> ExplainAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = new byte[MaxErrorBytes];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        var error = DockerFailure.FirstLine(Encoding.UTF8.GetString(body, 0, length));
        return new EngineUnavailableException($"it answered with status {(int)response.StatusCode}{(error.Length > 0 ? $": {error}" : "")}")
        {
            HasAnswered = true,
        };
    }
}
