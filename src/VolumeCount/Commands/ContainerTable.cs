using System.Collections.Immutable;
using VolumeCount.Inventory;
using VolumeCount.Scope.Hosting.Commands;

namespace VolumeCount.Commands;

/// <summary>Containers as a human-readable table, in the order of their names.</summary>
internal static class ContainerTable
{
    /// <summary>As many digits of a container's id as <c>docker ps</c> shows.</summary>
    private const int ShortIdLength = 12;

    public static void Write(ImmutableArray<Container> containers, TextWriter output) => TextTable.Write(
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
        ],
        output);
}
