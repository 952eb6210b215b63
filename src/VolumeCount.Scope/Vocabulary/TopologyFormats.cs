namespace VolumeCount.Scope.Vocabulary;

/// <summary>Scope's topologies (Scope 1.13.2: report/report.go, report/id.go).</summary>
internal static class TopologyFormats
{
    /// <summary>The topologies by their names in a report's JSON.</summary>
    public static IReadOnlyDictionary<string, TopologyFormat> ByName { get; } = new[]
    {
        Parts("Endpoint", "endpoint", "Scope", "Address", "Port"),
        Parts("Process", "process", "Host", "Pid"),
        Tagged("Container", "container"),
        Tagged("ContainerImage", "container_image"),
        Tagged("Pod", "pod"),
        Tagged("Service", "service"),
        Tagged("Deployment", "deployment"),
        Tagged("ReplicaSet", "replica_set"),
        Tagged("DaemonSet", "daemon_set", "daemonset"),
        Tagged("StatefulSet", "stateful_set", "statefulset"),
        Tagged("CronJob", "cron_job", "cronjob"),
        Tagged("Namespace", "namespace"),
        Tagged("Host", "host"),
        Tagged("ECSTask", "ecs_task"),
        Parts("ECSService", "ecs_service", "Cluster", "Service"),
        Tagged("SwarmService", "swarm_service"),
        new TopologyFormat("Overlay", "overlay", new NodeIdForm("#", [NodeIdForm.Whole], "")),
        Tagged("PersistentVolume", "persistent_volume"),
        Tagged("PersistentVolumeClaim", "persistent_volume_claim"),
        Tagged("StorageClass", "storage_class"),
        Tagged("VolumeSnapshot", "volume_snapshot"),
        Tagged("VolumeSnapshotData", "volume_snapshot_data"),
        Tagged("Job", "job"),
    }.ToDictionary(static topology => topology.Name);

    /// <summary>The topologies by their names in a node's <c>topology</c> and <c>parents</c>.</summary>
    public static IReadOnlyDictionary<string, TopologyFormat> ByNodeName { get; } =
        ByName.Values.ToDictionary(static topology => topology.NodeName);

    private static TopologyFormat Tagged(string name, string nodeName, string? tag = null) =>
        new(name, nodeName, new NodeIdForm("", [NodeIdForm.Whole], $";<{tag ?? nodeName}>"));

    private static TopologyFormat Parts(string name, string nodeName, params string[] parts) =>
        new(name, nodeName, new NodeIdForm("", parts, ""));
}
