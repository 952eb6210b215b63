namespace VolumeCount.Engines.Cri;

/// <summary>The kind and name of the Kubernetes volume behind a mount, as far as the path on the host has them.</summary>
/// <param name="Kind">
/// <c>emptydir</c>, <c>configmap</c>, <c>secret</c>, <c>projected</c>, <c>downwardapi</c>, <c>pvc</c>, <c>csi</c>,
/// <c>subpath</c>, the name of another volume plugin, <c>kubelet</c> for a file that the kubelet adds to each container, or
/// <c>hostpath</c>.
/// </param>
/// <param name="Name">
/// The name of the volume in the pod, of the persistent volume or of its claim, whichever is in the path; null without one.
/// </param>
internal readonly record struct KubernetesVolume(string Kind, string? Name)
{
    private static readonly KubernetesVolume HostPath = new("hostpath", null);

    /// <summary>
    /// Reads a path on the host. The kubelet's folder may be anywhere; below it, its layout is
    /// <c>pods/UID/volumes/VENDOR~PLUGIN/NAME</c>, <c>pods/UID/volume-subpaths/NAME/CONTAINER/INDEX</c>,
    /// <c>pods/UID/etc-hosts</c> and <c>pods/UID/containers/CONTAINER/TERMINATION-LOG</c>.
    /// </summary>
    /// <param name="hostPath">The path on the host.</param>
    public static KubernetesVolume Read(string hostPath)
    {
        var segments = hostPath.Split('/', StringSplitOptions.RemoveEmptyEntries);

        // The last match: a kubelet in a container may have its folder in a volume of another kubelet.
        for (var i = segments.Length - 3; i >= 0; i--)
        {
            if (segments[i] is not "pods" || !IsPodUid(segments[i + 1]))
                continue;

            return segments[(i + 2)..] switch
            {
                ["volumes", var plugin, var name, ..] => OfPlugin(plugin, name),
                ["volume-subpaths", var name, ..] => new(IsProvisioned(name) ? "pvc" : "subpath", name),
                ["etc-hosts"] or ["containers", _, _] => new("kubelet", null),
                _ => HostPath,
            };
        }

        var claim = segments.Select(ClaimIn).FirstOrDefault(static claim => claim is not null);
        return claim is null ? HostPath : new KubernetesVolume("pvc", claim);
    }

    /// <summary>
    /// The claim in the name of a folder that Rancher's local path provisioner, which k3s and kind have, makes for it:
    /// <c>pvc-UID_NAMESPACE_CLAIM</c>.
    /// </summary>
    private static string? ClaimIn(string segment) =>
        IsProvisioned(segment)
        && segment.Split('_') is [var volume, _, { Length: > 0 } claim]
        && Guid.TryParseExact(volume["pvc-".Length..], "D", out _)
            ? claim
            : null;

    private static KubernetesVolume OfPlugin(string plugin, string name) => plugin.Split('~')[^1] switch
    {
        "empty-dir" => new("emptydir", name),
        "downward-api" => new("downwardapi", name),

        // Only persistent volumes are of this plugin.
        "local-volume" => new("pvc", name),
        var word => new(IsProvisioned(name) ? "pvc" : word, name),
    };

    /// <summary>Whether it is the name that Kubernetes gives to a volume that it makes for a claim.</summary>
    private static bool IsProvisioned(string name) => name.StartsWith("pvc-", StringComparison.Ordinal);

    /// <summary>A UUID or, for a pod from a file on the node, an MD5 sum.</summary>
    private static bool IsPodUid(string text) =>
        Guid.TryParseExact(text, "D", out _) || Guid.TryParseExact(text, "N", out _);
}
