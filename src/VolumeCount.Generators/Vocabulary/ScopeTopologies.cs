using VolumeCount.Generators.Collections;

namespace VolumeCount.Generators.Vocabulary;

/// <summary>What Scope calls its topologies, and the ids of their nodes (Scope 1.13.2: report/report.go, report/id.go).</summary>
internal static class ScopeTopologies
{
    private static readonly Dictionary<string, (string ParentsName, NodeIdForm Form)> All = new()
    {
        ["Endpoint"] = ("endpoint", Parts("Scope", "Address", "Port")),
        ["Process"] = ("process", Parts("Host", "Pid")),
        ["Container"] = ("container", Tagged("container")),
        ["ContainerImage"] = ("container_image", Tagged("container_image")),
        ["Pod"] = ("pod", Tagged("pod")),
        ["Service"] = ("service", Tagged("service")),
        ["Deployment"] = ("deployment", Tagged("deployment")),
        ["ReplicaSet"] = ("replica_set", Tagged("replica_set")),
        ["DaemonSet"] = ("daemon_set", Tagged("daemonset")),
        ["StatefulSet"] = ("stateful_set", Tagged("statefulset")),
        ["CronJob"] = ("cron_job", Tagged("cronjob")),
        ["Namespace"] = ("namespace", Tagged("namespace")),
        ["Host"] = ("host", Tagged("host")),
        ["ECSTask"] = ("ecs_task", Tagged("ecs_task")),
        ["ECSService"] = ("ecs_service", Parts("Cluster", "Service")),
        ["SwarmService"] = ("swarm_service", Tagged("swarm_service")),
        ["Overlay"] = ("overlay", new("#", new(["Whole"]), "")),
        ["PersistentVolume"] = ("persistent_volume", Tagged("persistent_volume")),
        ["PersistentVolumeClaim"] = ("persistent_volume_claim", Tagged("persistent_volume_claim")),
        ["StorageClass"] = ("storage_class", Tagged("storage_class")),
        ["VolumeSnapshot"] = ("volume_snapshot", Tagged("volume_snapshot")),
        ["VolumeSnapshotData"] = ("volume_snapshot_data", Tagged("volume_snapshot_data")),
        ["Job"] = ("job", Tagged("job")),
    };

    /// <summary>The form of the ids in <paramref name="topology"/>.</summary>
    public static NodeIdForm FormOf(string topology) => All[topology].Form;

    /// <summary>What <paramref name="topology"/> is called in a node's <c>parents</c>.</summary>
    public static string ParentsNameOf(string topology) => All[topology].ParentsName;

    /// <summary>Whether a topology is called <paramref name="name"/> in a node's <c>parents</c>.</summary>
    public static bool IsParentsName(string name) => All.Values.Any(topology => topology.ParentsName == name);

    private static NodeIdForm Tagged(string tag) => new("", new(["Whole"]), $";<{tag}>");

    private static NodeIdForm Parts(params string[] parts) => new("", parts.ToEquatableArray(), "");
}
