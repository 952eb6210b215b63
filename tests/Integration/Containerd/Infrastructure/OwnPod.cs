using VolumeCount.Tests.Cri;

namespace VolumeCount.Tests.Integration.Containerd.Infrastructure;

/// <summary>A pod that runs.</summary>
/// <param name="Id">The id of its sandbox.</param>
/// <param name="Config">What it was made of.</param>
internal sealed record OwnPod(string Id, PodSandboxConfig Config)
{
    /// <summary>The uid of the pod.</summary>
    public string Uid => Config.Metadata.Uid;
}
