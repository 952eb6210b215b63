using System.Collections.Immutable;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Scope.Hosting.Commands;

namespace VolumeCount.Commands;

/// <summary>Containers as a human-readable table, in the order of their names.</summary>
internal static class ContainerTable
{
    /// <summary>As many digits of a container's id as <c>docker ps</c> shows.</summary>
    private const int ShortIdLength = 12;

    public static void Write(ImmutableArray<Container> containers, TextWriter output)
    {
        var shared = SharedVolumes.Of(containers);
        TextTable.Write(
        [
            ["NAME", "CONTAINER ID", "STATE", "VOLUMES", "SHARES VOLUMES WITH"],
            .. containers
                .OrderBy(container => container.Name, StringComparer.Ordinal)
                .Select(container => (string[])
                [
                    container.Name,
                    container.Id[..Math.Min(ShortIdLength, container.Id.Length)],
                    container.Description?.State ?? "",
                    $"{container.VolumeCount}",
                    shared[container] ?? "",
                ]),
        ],
        output);
    }
}
