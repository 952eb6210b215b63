namespace VolumeCount.Commands;

/// <summary>Reads the address of a Docker engine.</summary>
internal static class DockerHost
{
    /// <summary>Where an engine listens unless it is told otherwise.</summary>
    public const string Default = "unix:///var/run/docker.sock";

    /// <summary>Parses an address in one of the accepted forms.</summary>
    /// <exception cref="FormatException">The text has none of them; the message lists them.</exception>
    public static Uri Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
            throw Refuse("is not a URI");

        return uri.Scheme switch
        {
            "unix" when uri.Host.Length == 0 && uri.LocalPath.Length > 1 => uri,
            "unix" => throw Refuse("does not name the absolute path of a socket"),
            "tcp" or "http" when uri.Host.Length > 0 => uri,
            "tcp" or "http" => throw Refuse("does not name a host"),
            _ => throw Refuse($"has the scheme '{uri.Scheme}', which is not supported"),
        };

        static FormatException Refuse(string reason) =>
            new($"{reason}. Use unix:///path/to/docker.sock, tcp://host:port or http://host:port");
    }
}
