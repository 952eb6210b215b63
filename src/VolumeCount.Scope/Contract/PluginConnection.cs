using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Scope.Contract;

/// <summary>Fetches reports over HTTP/1.1 on a unix socket, with the request that Scope's probe sends.</summary>
internal sealed class PluginConnection : IDisposable
{
    private const int RedirectsFollowed = 10;

    // What Scope's HTTP client reads of a response before its body, in KiB. CA2262 takes a constant for bytes.
    private static readonly int MaxHeadKibibytes = 10 * 1024;

    private readonly string _socketPath;
    private readonly Uri _uri;
    private readonly HttpClient _client;

    public PluginConnection(string socketPath)
    {
        _socketPath = socketPath;
        var probeId = Random.Shared.NextInt64().ToString("x", CultureInfo.InvariantCulture);
        _uri = new Uri($"http://plugin/report?api_version=1&probe_id={probeId}");

        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            MaxAutomaticRedirections = RedirectsFollowed,
            MaxResponseHeadersLength = MaxHeadKibibytes,
            ConnectCallback = ConnectAsync,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Go-http-client", "1.1"));
    }

    public int Connections { get; private set; }

    /// <summary>Whether the head of the last response was received.</summary>
    public bool HasHead { get; private set; }

    /// <exception cref="ContractViolationException">The plugin did not send a body that Scope would accept.</exception>
    /// <exception cref="OperationCanceledException">The exchange was ended.</exception>
    public async Task<ArraySegment<byte>> FetchAsync(FindingList findings, CancellationToken cancellationToken)
    {
        HasHead = false;
        using var response = await SendAsync(findings, cancellationToken);
        HasHead = true;
        if (response.StatusCode != HttpStatusCode.OK)
        {
            findings.Add(ContractRule.Status, null, $"the plugin answered with status {(int)response.StatusCode}");
            throw new ContractViolationException(
                ContractRule.Status,
                $"plugin returned non-200 status code: {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd());
        }

        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await ReadAsync(body, response.Content.Headers.ContentLength, findings, cancellationToken);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            findings.Add(ContractRule.Answer, null, $"the body breaks off: {e.Message.TrimEnd('.')}");
            throw new ContractViolationException(
                ContractRule.Answer,
                e is InvalidDataException ? "decoding error: gzip: invalid header" : "decoding error: unexpected EOF");
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The violation of a body that is too large, with its finding.</summary>
    public static ContractViolationException TooLarge(FindingList findings)
    {
        findings.Add(ContractRule.Size, null, $"the body has more than {Limits.MaxBodyBytes} bytes");
        return new ContractViolationException(ContractRule.Size, "response must be shorter than 50MB");
    }

    /// <summary>Whether the plugin closed or reset the connection.</summary>
    private static bool IsEnd(HttpRequestException failure) =>
        failure.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.Unknown;

    private static async Task<ArraySegment<byte>> ReadAsync(
        Stream body, long? announced, FindingList findings, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the end is read without a larger buffer.
        var buffer = new byte[announced is { } expected and < Limits.MaxBodyBytes ? (int)expected + 1 : 1 << 16];
        var length = 0;
        while (await body.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
            if (length > Limits.MaxBodyBytes)
                throw TooLarge(findings);

            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }

        return new ArraySegment<byte>(buffer, 0, length);
    }

    private async Task<HttpResponseMessage> SendAsync(FindingList findings, CancellationToken cancellationToken)
    {
        var connections = Connections;
        while (true)
        {
            try
            {
                return await _client.GetAsync(_uri, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            }
            catch (HttpRequestException e) when (Connections == connections && IsEnd(e))
            {
                // The kept connection was closed meanwhile: try once more on a new one, as Scope's client does.
            }
            catch (HttpRequestException e)
            {
                var (message, error) = Explain(e);
                findings.Add(ContractRule.Answer, null, message);
                throw new ContractViolationException(ContractRule.Answer, $"Get \"{_uri}\": {error}");
            }
        }
    }

    /// <summary>The reason why there is no response: our message, and the error that the probe would have.</summary>
    private (string Message, string Error) Explain(HttpRequestException failure)
    {
        if (IsEnd(failure))
            return ("the plugin closed the connection without an answer", "EOF");
        if (failure.HttpRequestError == HttpRequestError.InvalidResponse)
        {
            return (
                "the plugin does not answer with HTTP",
                "net/http: HTTP/1.x transport connection broken: malformed HTTP response");
        }

        if (failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return (
                "the head of the response has more than 10 MiB",
                "net/http: HTTP/1.x transport connection broken: "
                    + "net/http: server response headers exceeded 10485760 bytes; aborted");
        }

        var reason = failure.GetBaseException() switch
        {
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "connection refused",
            SocketException { SocketErrorCode: SocketError.AccessDenied } => "permission denied",
            SocketException when !File.Exists(_socketPath) => "no such file or directory",
            ArgumentOutOfRangeException => "invalid argument",
            var e => e.Message.TrimEnd('.'),
        };
        return ($"no plugin answers: {reason}", $"dial unix {_socketPath}: connect: {reason}");
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(_socketPath), cancellationToken);
            Connections++;
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
