namespace VolumeCount.Scope;

/// <summary>
/// The topologies of Scope's report. A member's name is the topology's name in JSON. Each one's remarks list the parts of a
/// node's id; without remarks, that is one <see cref="NodeIdAttribute"/> property, to which the topology's tag is added: a
/// host's <c>alpha</c> becomes <c>alpha;&lt;host&gt;</c>.
/// </summary>
public enum ScopeTopology
{
    /// <summary>Ends of network connections: <c>&lt;scope&gt;;&lt;address&gt;;&lt;port&gt;</c>.</summary>
    /// <remarks>
    /// <see cref="NodeIdPart.Scope"/>, <see cref="NodeIdPart.Address"/> and <see cref="NodeIdPart.Port"/>.
    /// </remarks>
    Endpoint,

    /// <summary>Processes: <c>&lt;host&gt;;&lt;pid&gt;</c>.</summary>
    /// <remarks><see cref="NodeIdPart.Host"/> and <see cref="NodeIdPart.Pid"/>.</remarks>
    Process,

    /// <summary>Containers: <c>&lt;id&gt;;&lt;container&gt;</c>.</summary>
    /// <remarks>The full id, 64 hexadecimal digits.</remarks>
    Container,

    /// <summary>Images of containers: <c>&lt;id&gt;;&lt;container_image&gt;</c>.</summary>
    /// <remarks>The image's id, without <c>sha256:</c>.</remarks>
    ContainerImage,

    /// <summary>Kubernetes pods: <c>&lt;uid&gt;;&lt;pod&gt;</c>.</summary>
    Pod,

    /// <summary>Kubernetes services: <c>&lt;uid&gt;;&lt;service&gt;</c>.</summary>
    Service,

    /// <summary>Kubernetes deployments: <c>&lt;uid&gt;;&lt;deployment&gt;</c>.</summary>
    Deployment,

    /// <summary>Kubernetes replica sets: <c>&lt;uid&gt;;&lt;replica_set&gt;</c>.</summary>
    ReplicaSet,

    /// <summary>Kubernetes daemon sets: <c>&lt;uid&gt;;&lt;daemonset&gt;</c>.</summary>
    DaemonSet,

    /// <summary>Kubernetes stateful sets: <c>&lt;uid&gt;;&lt;statefulset&gt;</c>.</summary>
    StatefulSet,

    /// <summary>Kubernetes cron jobs: <c>&lt;uid&gt;;&lt;cronjob&gt;</c>.</summary>
    CronJob,

    /// <summary>Kubernetes namespaces: <c>&lt;uid&gt;;&lt;namespace&gt;</c>.</summary>
    Namespace,

    /// <summary>Hosts: <c>&lt;name&gt;;&lt;host&gt;</c>.</summary>
    /// <remarks>The host's name, as Scope's probe on it sees it: <see cref="ScopeHost.Name"/>.</remarks>
    Host,

    /// <summary>Tasks of Amazon's container service: <c>&lt;arn&gt;;&lt;ecs_task&gt;</c>.</summary>
    ECSTask,

    /// <summary>Services of Amazon's container service: <c>&lt;cluster&gt;;&lt;service&gt;</c>.</summary>
    /// <remarks><see cref="NodeIdPart.Cluster"/> and <see cref="NodeIdPart.Service"/>.</remarks>
    ECSService,

    /// <summary>Services of Docker Swarm: <c>&lt;id&gt;;&lt;swarm_service&gt;</c>.</summary>
    SwarmService,

    /// <summary>Peers of an overlay network: <c>#&lt;peer&gt;</c>.</summary>
    /// <remarks>The peer's name; where Docker has the network, it is <c>docker_peer_</c> and the host's name.</remarks>
    Overlay,

    /// <summary>Kubernetes persistent volumes: <c>&lt;uid&gt;;&lt;persistent_volume&gt;</c>.</summary>
    PersistentVolume,

    /// <summary>Kubernetes claims to persistent volumes: <c>&lt;uid&gt;;&lt;persistent_volume_claim&gt;</c>.</summary>
    PersistentVolumeClaim,

    /// <summary>Kubernetes storage classes: <c>&lt;uid&gt;;&lt;storage_class&gt;</c>.</summary>
    StorageClass,

    /// <summary>Kubernetes volume snapshots: <c>&lt;uid&gt;;&lt;volume_snapshot&gt;</c>.</summary>
    VolumeSnapshot,

    /// <summary>The data of Kubernetes volume snapshots: <c>&lt;uid&gt;;&lt;volume_snapshot_data&gt;</c>.</summary>
    VolumeSnapshotData,

    /// <summary>Kubernetes jobs: <c>&lt;uid&gt;;&lt;job&gt;</c>.</summary>
    Job,
}
