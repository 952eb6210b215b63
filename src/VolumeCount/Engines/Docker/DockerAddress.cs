namespace VolumeCount.Engines.Docker;

/// <summary>Where a Docker engine listens, in the form in which the docker command takes it.</summary>
/// <param name="Text">The address as it was given.</param>
/// <param name="SocketPath">The path of the engine's unix socket; null over TCP.</param>
/// <param name="BaseAddress">Where requests are sent. On a unix socket its host name has no meaning.</param>
internal sealed record DockerAddress(string Text, string? SocketPath, Uri BaseAddress)
{
    private const string UnixScheme = "unix://";
    private const int DefaultPort = 2375;

    public static DockerAddress OfSocket(string path) => new($"{UnixScheme}{path}", path, new Uri("http://docker/"));

    /// <summary>Parses an address. The path of a unix socket is used as it is, without unescaping.</summary>
    /// <exception cref="FormatException">The address has no supported form; the message lists those.</exception>
    public static DockerAddress Parse(string text)
    {
        if (text.StartsWith(UnixScheme, StringComparison.OrdinalIgnoreCase))
        {
            var path = text[UnixScheme.Length..];
            return path is ['/', _, ..] && !path.Contains('\0', StringComparison.Ordinal)
                ? OfSocket(path) with { Text = text }
                : throw Unsupported("does not name the absolute path of a socket");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
            throw Unsupported("is not a URI");
        return uri.Scheme switch
        {
            "tcp" or "http" when uri.Host.Length == 0 => throw Unsupported("does not name a host"),
            "tcp" => new DockerAddress(text, null, ToHttp(uri, uri.IsDefaultPort ? DefaultPort : uri.Port)),
            "http" => new DockerAddress(text, null, ToHttp(uri, uri.Port)),
            "ssh" => throw Unsupported(
                "needs SSH, which is not supported: forward the engine's socket with ssh -L, and name that"),
            "npipe" => throw Unsupported("is a named pipe of Windows, which is not supported"),
            "https" => throw Unsupported("needs TLS, which is not supported: use the engine's unix socket"),
            _ => throw Unsupported($"has the scheme '{uri.Scheme}', which is not supported"),
        };
    }

    public override string ToString() => Text;

    private static Uri ToHttp(Uri uri, int port) => new UriBuilder(uri)
    {
        Scheme = "http",
        Port = port,
        Path = uri.AbsolutePath.EndsWith('/') ? uri.AbsolutePath : $"{uri.AbsolutePath}/",
    }.Uri;

    private static FormatException Unsupported(string reason) =>
        new($"{reason}. Use unix:///path/to/docker.sock, tcp://host:port or http://host:port");
}
