using System.Collections.Immutable;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Scope.Hosting.Commands;

namespace VolumeCount.Commands;

/// <summary>
/// Containers as a human-readable table, in the order of their names. In a wide one, a container has a line for each mount.
/// </summary>
internal static class ContainerTable
{
    private static readonly string[] Headings = ["NAME", "CONTAINER ID", "STATE", "VOLUMES", "SHARES VOLUMES WITH"];
    private static readonly string[] MountHeadings = ["DESTINATION", "MOUNT"];

    public static void Write(ImmutableArray<Container> containers, bool isWide, TextWriter output)
    {
        var shared = SharedVolumes.Of(containers);
        var ordered = containers.OrderBy(container => container.Name, StringComparer.Ordinal);
        TextTable.Write(
            isWide
                ? [[.. Headings, .. MountHeadings], .. ordered.SelectMany(WideRows)]
                : [Headings, .. ordered.Select(Row)],
            output);

        string[] Row(Container container) =>
        [
            container.Name,
            container.ShortId,
            container.Description?.State ?? "",
            $"{container.VolumeCount}",
            shared[container] ?? "",
        ];

        IEnumerable<string[]> WideRows(Container container) => container.Mounts
            .Select(mount => (string[])[mount.Destination, MountDescription.Of(mount)])
            .DefaultIfEmpty(["", ""])
            .Select(mount => (string[])[.. Row(container), .. mount]);
    }
}
