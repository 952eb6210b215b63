namespace VolumeCount.Scope.Vocabulary;

/// <summary>
/// The keys that Scope's own probes and app write on nodes, and the ids of the templates with which it draws them (Scope
/// 1.13.2: report/map_keys.go, report/map_values.go and the reporters in probe/).
/// </summary>
internal static class ReservedKeys
{
    /// <summary>The key that has the ids of a node's controls.</summary>
    public const string ActiveControls = "active_controls";

    /// <summary>The prefix of the keys that have a node's counters.</summary>
    public const string CounterPrefix = "count_";

    private const string Everywhere =
        ActiveControls + " control_probe_id host_node_id original_node_id does_not_make_connections";

    private const string Kubernetes = "kubernetes_name kubernetes_namespace kubernetes_created kubernetes_node_type";

    private const string ContainerGraphs = " docker_cpu_total_usage docker_memory_usage";

    private static readonly string[] PrefixesEverywhere = [CounterPrefix, "table_truncation_count_"];

    private static readonly Dictionary<string, string> Keys = new()
    {
        ["Endpoint"] = "pid conn_count copy_of reverse_dns_names snooped_dns_names",
        ["Process"] =
            "pid threads name cmdline ppid docker_container_id process_cpu_usage_percent process_memory_usage_bytes "
            + "open_files_count",
        ["Container"] =
            "docker_container_id docker_container_created docker_container_command docker_container_hostname "
            + "docker_container_name docker_container_state docker_container_state_human docker_container_uptime "
            + "docker_container_restart_count docker_container_network_mode docker_container_networks "
            + "docker_container_ports docker_container_ips docker_container_ips_with_scopes docker_is_in_host_network "
            + "docker_image_id docker_image_name docker_image_tag docker_image_size docker_image_virtual_size "
            + "docker_memory_usage docker_cpu_total_usage weave_dns_hostname weave_mac_address",
        ["ContainerImage"] =
            "docker_image_id docker_image_size docker_image_virtual_size docker_image_name docker_image_tag",
        ["Pod"] =
            Kubernetes + " kubernetes_state kubernetes_ip kubernetes_restart_count kubernetes_volume_claim "
            + "kubernetes_is_in_host_network",
        ["Service"] = Kubernetes + " kubernetes_ip kubernetes_type kubernetes_public_ip kubernetes_ports",
        ["Deployment"] =
            Kubernetes + " kubernetes_observed_generation kubernetes_desired_replicas kubernetes_replicas "
            + "kubernetes_updated_replicas kubernetes_available_replicas kubernetes_unavailable_replicas "
            + "kubernetes_strategy",
        ["ReplicaSet"] =
            Kubernetes + " kubernetes_observed_generation kubernetes_desired_replicas kubernetes_replicas "
            + "kubernetes_fully_labeled_replicas",
        ["DaemonSet"] = Kubernetes + " kubernetes_desired_replicas kubernetes_replicas kubernetes_misscheduled_replicas",
        ["StatefulSet"] =
            Kubernetes + " kubernetes_desired_replicas kubernetes_replicas kubernetes_observed_generation",
        ["CronJob"] =
            Kubernetes + " kubernetes_schedule kubernetes_suspended kubernetes_active_jobs kubernetes_last_scheduled",
        ["Namespace"] = Kubernetes,
        ["Host"] =
            "ts host_name os kernel_version uptime host_scope_version local_networks load1 host_cpu_usage_percent "
            + "host_mem_usage_bytes",
        ["ECSTask"] = "ecs_task_family ecs_cluster ecs_created_at",
        ["ECSService"] = "ecs_cluster ecs_created_at ecs_service_desired_count ecs_service_running_count",
        ["SwarmService"] = "service_name stack_namespace",
        ["Overlay"] =
            "local_networks weave_peer_name weave_peer_nick_name weave_version weave_encryption weave_peer_discovery "
            + "weave_protocol weave_target_count weave_connection_count weave_peer_count weave_ipam_status "
            + "weave_ipam_range weave_ipam_default_subnet weave_dns_domain weave_dns_upstream weave_dns_ttl "
            + "weave_dns_entry_count weave_proxy_status weave_proxy_address weave_plugin_status weave_plugin_driver "
            + "weave_trusted_subnet_count",
        ["PersistentVolume"] =
            Kubernetes + " kubernetes_volume_claim kubernetes_storage_class_name kubernetes_status "
            + "kubernetes_access_modes kubernetes_storage_driver",
        ["PersistentVolumeClaim"] =
            Kubernetes + " kubernetes_status kubernetes_volume_name kubernetes_storage_class_name "
            + "kubernetes_volume_capacity",
        ["StorageClass"] = Kubernetes + " kubernetes_provisioner",
        ["VolumeSnapshot"] =
            Kubernetes + " kubernetes_volume_claim kuberneets_snapshot_data kubernetes_volume_name",
        ["VolumeSnapshotData"] = Kubernetes + " kubernetes_volume_snapshot_name kubernetes_volume_name",
        ["Job"] = Kubernetes,
    };

    // The ids of rows and graphs whose values are counters and metrics, not keys of latest.
    private static readonly Dictionary<string, string> Templates = new()
    {
        ["ContainerImage"] = "container",
        ["Pod"] = "container" + ContainerGraphs,
        ["Service"] = "pod" + ContainerGraphs,
        ["Deployment"] = "pod" + ContainerGraphs,
        ["DaemonSet"] = "pod" + ContainerGraphs,
        ["StatefulSet"] = "pod" + ContainerGraphs,
        ["CronJob"] = "pod" + ContainerGraphs,
        ["Job"] = "pod" + ContainerGraphs,
    };

    // The ids of all other tables equal their prefixes.
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["Container"] = "image_table",
        ["Overlay"] = "weave_ipam_table weave_dns_table weave_proxy_table weave_plugin_table",
    };

    private static readonly Dictionary<string, string> Prefixes = new()
    {
        ["Container"] = "docker_label_ docker_env_ docker_image_label_",
        ["ContainerImage"] = "docker_image_label_",
        ["Overlay"] = "weave_connections_table_ weave_connections_multicolumn_table_",
    };

    private static readonly Dictionary<string, string> MulticolumnPrefixes = new()
    {
        ["Overlay"] = "weave_connections_multicolumn_table_",
    };

    /// <summary>Whether Scope itself has a row or a graph with that id on nodes of <paramref name="topology"/>.</summary>
    public static bool IsReservedTemplate(string topology, string id) =>
        IsReservedValue(topology, id)
        || PrefixesOf(topology).Any(prefix => id.StartsWith(prefix, StringComparison.Ordinal))
        || KeysOf(topology).Contains(id)
        || WordsOf(Templates, topology).Contains(id);

    /// <summary>
    /// Whether a value with that key breaks nodes of <paramref name="topology"/>, even if Scope does not draw it: Scope
    /// takes it for the list of the node's controls, for a count, or for a cell of one of its own tables.
    /// </summary>
    public static bool IsReservedValue(string topology, string key) =>
        key is ActiveControls
        || PrefixesEverywhere.Concat(WordsOf(MulticolumnPrefixes, topology))
            .Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>
    /// Whether Scope takes a node with a counter of that id for a group of nodes, which has no rows: its app counts the
    /// nodes of a group by the names of their topologies.
    /// </summary>
    public static bool IsReservedCounter(string id) => TopologyFormats.ByNodeName.ContainsKey(id);

    /// <summary>Whether Scope itself has a table with the id on nodes of <paramref name="topology"/>.</summary>
    public static bool IsReservedTable(string topology, string id) =>
        WordsOf(Tables, topology).Contains(id) || PrefixesOf(topology).Contains(id);

    /// <summary>Whether the plugin may report the id as well, since Scope's own probe reports a value under it.</summary>
    public static bool IsSharedKey(string topology, string id) =>
        id is not ActiveControls && (Words(Keys[topology]).Contains(id) || WordsOf(Templates, topology).Contains(id));

    /// <summary>Whether it is the prefix of one of Scope's own tables.</summary>
    public static bool IsSharedPrefix(string topology, string prefix) =>
        PrefixesOf(topology).Contains(prefix) && !PrefixesEverywhere.Contains(prefix);

    /// <summary>
    /// A key of Scope's own that would be taken for one of the table with that prefix, or the beginning of such a key and an
    /// ellipsis; null if no key would.
    /// </summary>
    public static string? FirstWithPrefix(string topology, string prefix)
    {
        if (KeysOf(topology).Find(key => key.StartsWith(prefix, StringComparison.Ordinal)) is { } key)
            return key;

        // The text after a prefix of Scope's own depends on the data: it may be anything.
        var own = PrefixesOf(topology).Find(own =>
            own.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(own, StringComparison.Ordinal));

        return own is null ? null : own + "…";
    }

    private static List<string> KeysOf(string topology) => [.. Words(Everywhere), .. Words(Keys[topology])];

    private static List<string> PrefixesOf(string topology) =>
    [
        .. PrefixesEverywhere,
        .. Keys[topology].StartsWith(Kubernetes, StringComparison.Ordinal) ? Words("kubernetes_labels_") : [],
        .. WordsOf(Prefixes, topology),
    ];

    private static string[] WordsOf(Dictionary<string, string> all, string topology) =>
        all.TryGetValue(topology, out var words) ? Words(words) : [];

    private static string[] Words(string text) => text.Split(' ');
}
