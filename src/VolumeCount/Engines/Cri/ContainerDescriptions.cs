using VolumeCount.Engines.Cri.Protocol;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Cri;

/// <summary>Converts containers of the runtime to the inventory's descriptions.</summary>
internal static class ContainerDescriptions
{
    /// <summary>How many labels a description has at most.</summary>
    public const int MaxLabels = 64;

    /// <summary>How many characters of a label's value a description has.</summary>
    public const int MaxLabelLength = 256;

    private const string Kubernetes = "io.kubernetes.";
    private const long NanosecondsPerTick = 100;

    /// <summary>Describes a container of the runtime's list.</summary>
    /// <param name="container">The container.</param>
    /// <param name="imageName">The name of its image; null when it is not known.</param>
    public static ContainerDescription Of(Protocol.Container container, string? imageName) => new()
    {
        State = WordFor(container.State),
        ImageName = imageName,
        ImageId = ImageReference.IdOf(container.ImageId.Length > 0 ? container.ImageId : container.ImageRef),
        Created = container.CreatedAt > 0
            ? DateTimeOffset.UnixEpoch.AddTicks(container.CreatedAt / NanosecondsPerTick)
            : null,
        RestartCount = (int)Math.Min(container.Metadata?.Attempt ?? 0, int.MaxValue),
        PodUid = container.Labels.TryGetValue(Kubernetes + "pod.uid", out var uid) ? uid : null,
        Labels = [.. LabelsOf(container)],
    };

    /// <summary>A state that the runtime does not know, and a state that we do not know, is <c>unknown</c>.</summary>
    private static string WordFor(ContainerState state) => state switch
    {
        ContainerState.ContainerCreated => "created",
        ContainerState.ContainerRunning => "running",
        ContainerState.ContainerExited => "exited",
        _ => "unknown",
    };

    /// <summary>
    /// Scope finds the pod and the namespace in Kubernetes' own labels, so these are the last to be left out.
    /// </summary>
    private static IEnumerable<ContainerLabel> LabelsOf(Protocol.Container container) => container.Labels
        .OrderByDescending(static label => label.Key.StartsWith(Kubernetes, StringComparison.Ordinal))
        .ThenBy(static label => label.Key, StringComparer.Ordinal)
        .Take(MaxLabels)
        .OrderBy(static label => label.Key, StringComparer.Ordinal)
        .Select(static label => new ContainerLabel(label.Key, Shorten(label.Value)));

    private static string Shorten(string value) =>
        value.Length <= MaxLabelLength ? value : value[..(MaxLabelLength - 1)] + "…";
}
