namespace VolumeCount.Scope.Contract.Decoding;

/// <summary>The names of the report's format (Scope 1.13.2: report/report.go, report/id.go).</summary>
internal static class ScopeFormat
{
    /// <summary>The topologies, by their names in JSON.</summary>
    public static IReadOnlyDictionary<string, TopologyFormat> Topologies { get; } = new TopologyFormat[]
    {
        new("Endpoint", "endpoint", 3),
        new("Process", "process", 2),
        new("Container", "container", "container"),
        new("ContainerImage", "container_image", "container_image"),
        new("Pod", "pod", "pod"),
        new("Service", "service", "service"),
        new("Deployment", "deployment", "deployment"),
        new("ReplicaSet", "replica_set", "replica_set"),
        new("DaemonSet", "daemon_set", "daemonset"),
        new("StatefulSet", "stateful_set", "statefulset"),
        new("CronJob", "cron_job", "cronjob"),
        new("Namespace", "namespace", "namespace"),
        new("Host", "host", "host"),
        new("Overlay", "overlay", 1) { Start = "#" },
        new("ECSTask", "ecs_task", "ecs_task"),
        new("ECSService", "ecs_service", 2),
        new("SwarmService", "swarm_service", "swarm_service"),
        new("PersistentVolume", "persistent_volume", "persistent_volume"),
        new("PersistentVolumeClaim", "persistent_volume_claim", "persistent_volume_claim"),
        new("StorageClass", "storage_class", "storage_class"),
        new("VolumeSnapshot", "volume_snapshot", "volume_snapshot"),
        new("VolumeSnapshotData", "volume_snapshot_data", "volume_snapshot_data"),
        new("Job", "job", "job"),
    }.ToDictionary(topology => topology.JsonName);

    /// <summary>The topologies, by their names in a node's <c>parents</c>.</summary>
    public static IReadOnlyDictionary<string, TopologyFormat> Parents { get; } =
        Topologies.Values.ToDictionary(topology => topology.Name);
}
