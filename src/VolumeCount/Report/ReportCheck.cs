using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace VolumeCount.Report;

/// <summary>Asks a running plugin for its report over its socket and checks that Scope would register it.</summary>
internal static class ReportCheck
{
    /// <summary>
    /// How long the exchange may take. A probe allows 500 ms; this is longer because starting the check itself counts too.
    /// </summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>Checks the plugin behind a socket and returns the number of containers that it reports.</summary>
    /// <exception cref="InvalidReportException">There is no report, or Scope would not accept it.</exception>
    public static async Task<int> RunAsync(string socketPath, CancellationToken cancellationToken)
    {
        try
        {
            using var client = CreateClient(socketPath);
            using var response = await client.GetAsync(new Uri("http://plugin/report"), cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
                throw new InvalidReportException($"{socketPath}: the plugin answered with status {(int)response.StatusCode}");

            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var report = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return Check(report.RootElement, Path.GetFileNameWithoutExtension(socketPath));
        }
        catch (HttpRequestException e)
        {
            throw new InvalidReportException($"{socketPath}: no plugin answers: {e.GetBaseException().Message}", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidReportException($"{socketPath}: the plugin did not answer within {Timeout.TotalSeconds} s", e);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidReportException($"{socketPath}: the report is not valid: {e.Message}", e);
        }
    }

    private static HttpClient CreateClient(string socketPath) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    })
    {
        Timeout = Timeout,
    };

    private static int Check(JsonElement report, string expectedId)
    {
        var plugins = report.GetProperty("Plugins");
        Require(plugins.GetArrayLength() == 1, "'Plugins' must have exactly one entry");

        var plugin = plugins[0];
        Require(plugin.GetProperty("id").GetString() == expectedId, $"the plugin's id must be '{expectedId}', as the socket is named");
        Require(plugin.GetProperty("label").GetString() is { Length: > 0 }, "the plugin's label must not be empty");
        Require(plugin.GetProperty("api_version").GetString() == "1", "the plugin's api_version must be \"1\"");
        Require(
            plugin.GetProperty("interfaces").EnumerateArray().Any(name => name.GetString() == "reporter"),
            "the plugin's interfaces must hold 'reporter'");

        var nodes = 0;
        foreach (var node in report.GetProperty("Container").GetProperty("nodes").EnumerateObject())
        {
            Require(node.Name.EndsWith(";<container>", StringComparison.Ordinal), $"the node id '{node.Name}' must end in ';<container>'");
            foreach (var latest in node.Value.GetProperty("latest").EnumerateObject())
            {
                _ = latest.Value.GetProperty("timestamp").GetDateTimeOffset();
                _ = latest.Value.GetProperty("value").GetString();
            }

            nodes++;
        }

        return nodes;
    }

    private static void Require(bool condition, string rule)
    {
        if (!condition)
            throw new FormatException(rule);
    }
}
