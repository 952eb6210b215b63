using System.Collections.Immutable;
using VolumeCount.Inventory;

namespace VolumeCount.CommandLine;

/// <summary>Containers as a table for people, in the order of their names.</summary>
internal static class ContainerTable
{
    /// <summary>As many digits of a container's id as <c>docker ps</c> shows.</summary>
    private const int ShortIdLength = 12;

    public static void Write(ImmutableArray<Container> containers, TextWriter output)
    {
        string[][] rows =
        [
            ["NAME", "CONTAINER ID", "STATE", "VOLUMES"],
            .. containers
                .OrderBy(container => container.Description?.Name ?? "", StringComparer.Ordinal)
                .Select(container => (string[])
                [
                    container.Description?.Name ?? "",
                    container.Id[..Math.Min(ShortIdLength, container.Id.Length)],
                    container.Description?.State ?? "",
                    $"{container.VolumeCount}",
                ]),
        ];

        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            output.WriteLine(string.Join("   ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
