using System.Globalization;
using VolumeCount.Scope;

namespace ScopePlugin1;

/// <summary>A network interface: a row of the table.</summary>
public sealed class NetworkInterface
{
    /// <summary>Its name.</summary>
    [RowId, Column(Label = "Name")]
    public required string Name { get; init; }

    /// <summary>The bytes that it received.</summary>
    [Column(Label = "Received")]
    public required long Received { get; init; }

    /// <summary>The bytes that it sent.</summary>
    [Column(Label = "Sent")]
    public required long Sent { get; init; }

    /// <summary>Reads the values of all interfaces, which follow two lines with headings.</summary>
    public static IReadOnlyList<NetworkInterface> ReadAll() => [.. File.ReadLines("/proc/net/dev").Skip(2).Select(Parse)];

    // Such as "eth0: 1200 10 0 0 0 0 0 0 900 8 0 0 0 0 0 0".
    private static NetworkInterface Parse(string line)
    {
        var end = line.LastIndexOf(':');
        var counts = line[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new NetworkInterface
        {
            Name = line[..end].Trim(),
            Received = long.Parse(counts[0], CultureInfo.InvariantCulture),
            Sent = long.Parse(counts[8], CultureInfo.InvariantCulture),
        };
    }
}
