using VolumeCount.Engines.Cri;

namespace VolumeCount.Tests.Unit.Engines.Cri;

/// <summary>Paths as kubelets of 1.24 to 1.33 make them, on nodes of kubeadm, k3s, kind, k0s and MicroK8s.</summary>
public sealed class KubernetesVolumeTests
{
    private const string PodUid = "7c0b5c1e-6d3a-4b9e-9a59-0c8c52b5a5d2";
    private const string Pod = "/var/lib/kubelet/pods/" + PodUid;
    private const string Provisioned = "pvc-3f0f2b5c-5d0e-4a2c-9a44-8f1c7f6f2d11";

    [Theory]
    [InlineData(Pod + "/volumes/kubernetes.io~empty-dir/cache", "emptydir", "cache")]
    [InlineData(Pod + "/volumes/kubernetes.io~configmap/config-volume", "configmap", "config-volume")]
    [InlineData(Pod + "/volumes/kubernetes.io~secret/tls", "secret", "tls")]
    [InlineData(Pod + "/volumes/kubernetes.io~projected/kube-api-access-x7k2p", "projected", "kube-api-access-x7k2p")]
    [InlineData(Pod + "/volumes/kubernetes.io~downward-api/podinfo", "downwardapi", "podinfo")]
    [InlineData(Pod + "/volumes/kubernetes.io~csi/" + Provisioned + "/mount", "pvc", Provisioned)]
    [InlineData(Pod + "/volumes/kubernetes.io~csi/secrets-store-inline/mount", "csi", "secrets-store-inline")]
    [InlineData(Pod + "/volumes/kubernetes.io~nfs/" + Provisioned, "pvc", Provisioned)]
    [InlineData(Pod + "/volumes/kubernetes.io~nfs/data", "nfs", "data")]
    [InlineData(Pod + "/volumes/kubernetes.io~local-volume/local-pv-8d4f", "pvc", "local-pv-8d4f")]
    [InlineData(Pod + "/volumes/kubernetes.io~iscsi/disk", "iscsi", "disk")]
    [InlineData(Pod + "/volumes/ceph.rook.io~rook-ceph-system/blocks", "rook-ceph-system", "blocks")]
    [InlineData(Pod + "/volumes/kubernetes.io~empty-dir/cache/", "emptydir", "cache")]
    [InlineData(Pod + "/volumes/kubernetes.io~empty-dir/wrapped_x", "emptydir", "wrapped_x")]
    public void Read_OfAVolumeOfAPod_ReturnsItsKindAndName(string hostPath, string kind, string name)
    {
        Assert.Equal(new KubernetesVolume(kind, name), KubernetesVolume.Read(hostPath));
    }

    [Theory]
    [InlineData(Pod + "/volume-subpaths/" + Provisioned + "/postgres/0", "pvc", Provisioned)]
    [InlineData(Pod + "/volume-subpaths/config/nginx/2", "subpath", "config")]
    public void Read_OfASubPath_ReturnsItsVolume(string hostPath, string kind, string name)
    {
        Assert.Equal(new KubernetesVolume(kind, name), KubernetesVolume.Read(hostPath));
    }

    [Theory]
    [InlineData("/var/lib/k0s/kubelet/pods/" + PodUid + "/volumes/kubernetes.io~empty-dir/a")]
    [InlineData("/var/snap/microk8s/common/var/lib/kubelet/pods/" + PodUid + "/volumes/kubernetes.io~empty-dir/a")]
    [InlineData("/var/lib/kubelet/pods/9c5a1d1f4a0c7b7d2f2c9a3c5e8f6b10/volumes/kubernetes.io~empty-dir/a")]
    [InlineData(Pod + "/volumes/kubernetes.io~empty-dir/kubelet/pods/" + PodUid + "/volumes/kubernetes.io~empty-dir/a")]
    public void Read_WhereverTheKubeletHasItsFolder_ReturnsTheVolume(string hostPath)
    {
        Assert.Equal(new KubernetesVolume("emptydir", "a"), KubernetesVolume.Read(hostPath));
    }

    [Theory]
    [InlineData(Pod + "/etc-hosts")]
    [InlineData(Pod + "/containers/coredns/4f6b7a1c")]
    public void Read_OfAFileThatTheKubeletAdds_ReturnsKubelet(string hostPath)
    {
        Assert.Equal(new KubernetesVolume("kubelet", null), KubernetesVolume.Read(hostPath));
    }

    [Theory]
    [InlineData("/var/lib/rancher/k3s/storage/pvc-2a1f8a0e-36b8-4e25-9a29-5ef12b6f0d3b_default_data-0")]
    [InlineData("/var/local-path-provisioner/pvc-2a1f8a0e-36b8-4e25-9a29-5ef12b6f0d3b_default_data-0")]
    [InlineData("/opt/local-path-provisioner/pvc-2a1f8a0e-36b8-4e25-9a29-5ef12b6f0d3b_default_data-0/sub")]
    public void Read_OfAFolderOfTheLocalPathProvisioner_ReturnsTheClaim(string hostPath)
    {
        Assert.Equal(new KubernetesVolume("pvc", "data-0"), KubernetesVolume.Read(hostPath));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/etc/localtime")]
    [InlineData("/run/xtables.lock")]
    [InlineData("/lib/modules")]
    [InlineData("/var/log/pods")]
    [InlineData("/var/lib/kubelet")]
    [InlineData("/var/lib/kubelet/pods")]
    [InlineData(Pod)]
    [InlineData(Pod + "/volumes")]
    [InlineData(Pod + "/volumes/kubernetes.io~empty-dir")]
    [InlineData(Pod + "/etc-hosts/x")]
    [InlineData("/srv/pods/www/volumes/kubernetes.io~empty-dir/a")]
    [InlineData("/srv/pvc-backup_default_data")]
    [InlineData("/srv/pvc-2a1f8a0e-36b8-4e25-9a29-5ef12b6f0d3b")]
    [InlineData("relative/pods")]
    public void Read_OfAnyOtherPath_ReturnsHostPath(string hostPath)
    {
        Assert.Equal(new KubernetesVolume("hostpath", null), KubernetesVolume.Read(hostPath));
    }
}
