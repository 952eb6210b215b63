using VolumeCount.Engines.Cri.Protocol;
using VolumeCount.Inventory;
using Mount = VolumeCount.Inventory.Mount;

namespace VolumeCount.Engines.Cri;

/// <summary>
/// The properties of a container that only <c>ContainerStatus</c> returns. They never change, so they are requested once.
/// </summary>
/// <param name="Mounts">The mounts, in the ordinal order of their destinations.</param>
/// <param name="ImageName">The image's name, with its tag or digest; null when the runtime knows only its id.</param>
internal sealed record ContainerDetails(EquatableArray<Mount> Mounts, string? ImageName)
{
    /// <summary>Reads a container's status.</summary>
    public static ContainerDetails From(ContainerStatus status)
    {
        Mount[] mounts = [.. status.Mounts.Select(ToMount)];
        Array.Sort(mounts, static (one, other) => string.CompareOrdinal(one.Destination, other.Destination));
        string?[] names = [status.Image?.Image, status.Image?.UserSpecifiedImage, status.ImageRef];
        return new ContainerDetails([.. mounts], names.FirstOrDefault(IsName));
    }

    private static Mount ToMount(Protocol.Mount mount)
    {
        if (mount.Image is { Image.Length: > 0 } image)
        {
            var source = mount.ImageSubPath.Length > 0 ? $"{image.Image}/{mount.ImageSubPath.TrimStart('/')}" : image.Image;
            return new Mount(mount.ContainerPath, "image", source, Driver: null, IsWritable: false);
        }

        var volume = KubernetesVolume.Read(mount.HostPath);
        return new Mount(
            mount.ContainerPath,
            volume.Kind,
            volume.Name ?? (volume.Kind is "hostpath" ? mount.HostPath : null),
            Driver: null,
            IsWritable: !mount.Readonly,
            mount.RecursiveReadOnly);
    }

    private static bool IsName(string? text) => text is { Length: > 0 } && !ImageReference.IsId(text);
}
