namespace VolumeCount.Engines.Cri;

/// <summary>Reads the address of a container runtime, as <c>crictl</c> takes it.</summary>
internal static class CriEndpoint
{
    private const string Scheme = "unix://";

    /// <summary>Parses <c>unix:///path/to/socket</c> or <c>/path/to/socket</c>, to the letter.</summary>
    /// <returns>The path of the socket.</returns>
    /// <exception cref="FormatException">The text has neither form; the message says which it needs.</exception>
    public static string Parse(string text)
    {
        var path = text.StartsWith(Scheme, StringComparison.Ordinal) ? text[Scheme.Length..] : text;
        return path.Length > 1 && path[0] == '/'
            ? path
            : throw new FormatException("is not the address of a unix socket. Use unix:///run/containerd/containerd.sock");
    }
}
