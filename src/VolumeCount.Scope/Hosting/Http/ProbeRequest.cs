using System.Buffers;
using System.Text;

namespace VolumeCount.Scope.Hosting.Http;

/// <summary>
/// Recognizes the request that a probe sends every second. It is deliberately narrow: any other request is left to Kestrel,
/// which implements all of HTTP.
/// </summary>
internal static class ProbeRequest
{
    /// <summary>The length of the longest request that matches, in bytes. A probe's has about 150 bytes.</summary>
    public const int MaxLength = 1024;

    private static readonly SearchValues<byte> HostBytes =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:"u8);

    /// <summary>
    /// Returns the length of the probe's request at the beginning of <paramref name="received"/>; 0 if it is another
    /// request, or incomplete.
    /// </summary>
    public static int Match(ReadOnlySpan<byte> received)
    {
        var length = received[..Math.Min(received.Length, MaxLength)].IndexOf("\r\n\r\n"u8);
        if (length < 0)
            return 0;

        var lines = received[..length];
        return IsRequestLine(NextLine(ref lines)) && HasKnownHeaders(lines) ? length + 4 : 0;
    }

    private static bool IsRequestLine(ReadOnlySpan<byte> line)
    {
        var start = "GET /report"u8;
        var end = " HTTP/1.1"u8;
        if (line.Length < start.Length + end.Length || !line.StartsWith(start) || !line.EndsWith(end))
            return false;

        // Query parameters are ignored.
        var query = line[start.Length..^end.Length];
        return query.IsEmpty || (query[0] == '?' && !query.ContainsAnyExceptInRange((byte)'!', (byte)'~'));
    }

    private static bool HasKnownHeaders(ReadOnlySpan<byte> lines)
    {
        var hosts = 0;
        while (!lines.IsEmpty)
        {
            var line = NextLine(ref lines);
            var colon = line.IndexOf((byte)':');
            if (colon < 0 || line.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
                return false;

            var name = line[..colon];
            var value = line[(colon + 1)..].Trim((byte)' ');
            if (Ascii.EqualsIgnoreCase(name, "Host"u8))
                hosts += value.IsEmpty || value.ContainsAnyExcept(HostBytes) ? 2 : 1;
            else if (!IsHarmless(name))
                return false;
        }

        return hosts == 1;
    }

    // None of these headers changes the response, or whether the connection is kept.
    private static bool IsHarmless(ReadOnlySpan<byte> name) =>
        Ascii.EqualsIgnoreCase(name, "User-Agent"u8)
        || Ascii.EqualsIgnoreCase(name, "Accept-Encoding"u8)
        || Ascii.EqualsIgnoreCase(name, "Accept"u8);

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> lines)
    {
        var end = lines.IndexOf("\r\n"u8);
        var line = end < 0 ? lines : lines[..end];
        lines = end < 0 ? [] : lines[(end + 2)..];
        return line;
    }
}
