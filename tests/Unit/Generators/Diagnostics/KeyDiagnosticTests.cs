using VolumeCount.Tests.Unit.Generators.Harness;
using static VolumeCount.Tests.Unit.Generators.Harness.SampleSource;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

/// <summary>Keys of <c>latest</c> that get in each other's way, or in the way of Scope's own.</summary>
public sealed class KeyDiagnosticTests
{
    // One of each topology's own, as they are in Scope's sources.
    private static readonly Dictionary<string, string> ReservedKeys = new()
    {
        ["Endpoint"] = "reverse_dns_names",
        ["Process"] = "cmdline",
        ["Container"] = "docker_container_name",
        ["ContainerImage"] = "docker_image_tag",
        ["Pod"] = "kubernetes_restart_count",
        ["Service"] = "kubernetes_public_ip",
        ["Deployment"] = "kubernetes_strategy",
        ["ReplicaSet"] = "kubernetes_fully_labeled_replicas",
        ["DaemonSet"] = "kubernetes_misscheduled_replicas",
        ["StatefulSet"] = "kubernetes_desired_replicas",
        ["CronJob"] = "kubernetes_schedule",
        ["Namespace"] = "kubernetes_name",
        ["Host"] = "host_name",
        ["ECSTask"] = "ecs_task_family",
        ["ECSService"] = "ecs_service_running_count",
        ["SwarmService"] = "stack_namespace",
        ["Overlay"] = "weave_peer_name",
        ["PersistentVolume"] = "kubernetes_access_modes",
        ["PersistentVolumeClaim"] = "kubernetes_volume_capacity",
        ["StorageClass"] = "kubernetes_provisioner",
        ["VolumeSnapshot"] = "kubernetes_volume_name",
        ["VolumeSnapshotData"] = "kubernetes_volume_snapshot_name",
        ["Job"] = "kubernetes_namespace",
    };

    public static TheoryData<string, string> ReservedIds =>
    [
        .. ReservedKeys.Select(static pair => (pair.Key, pair.Value)),
        .. ReservedKeys.Keys.Select(static topology => (topology, "host_node_id")),
        ("ContainerImage", "container"),
        ("Pod", "container"),
        ("Service", "pod"),
        ("Deployment", "pod"),
        ("DaemonSet", "pod"),
        ("StatefulSet", "pod"),
        ("CronJob", "pod"),
        ("Job", "pod"),
        ("ECSService", "ecs_created_at"),
    ];

    public static TheoryData<string, string> ReservedPrefixes =>
    [
        .. ReservedKeys.Keys.Select(static topology => (topology, "count_of_something")),
        ("Container", "docker_label_mine"),
        ("Container", "docker_env_PATH"),
        ("ContainerImage", "docker_image_label_mine"),
        ("Pod", "kubernetes_labels_mine"),
        ("Job", "kubernetes_labels_mine"),
        ("Overlay", "weave_connections_table_mine"),
        ("Overlay", "weave_connections_multicolumn_table_mine"),
        ("Host", "table_truncation_count_mine"),
    ];

    [Theory]
    [MemberData(nameof(ReservedIds))]
    [MemberData(nameof(ReservedPrefixes))]
    public void MetadataId_OfScopesOwn_IsVolc021(string topology, string id)
    {
        Diagnose(topology, $"[Metadata(Id = {{|VOLC021:\"{id}\"|}})] public int Value => 1;");
    }

    [Theory]
    [MemberData(nameof(ReservedIds))]
    public void MetadataId_OfScopesOwnWithoutARow_IsNoMistake(string topology, string id)
    {
        Diagnose(topology, $"[Metadata(Id = \"{id}\", Hidden = true)] public int Value => 1;");
    }

    [Theory]
    [InlineData("Container", "docker_label_mine")]
    [InlineData("Job", "kubernetes_labels_mine")]
    public void MetadataId_OfARowInScopesOwnPropertyList_IsNoMistakeWithoutARow(string topology, string id)
    {
        Diagnose(topology, $"[Metadata(Id = \"{id}\", Hidden = true)] public int Value => 1;");
    }

    [Theory]
    [InlineData("Container", "count_of_something")]
    [InlineData("Host", "table_truncation_count_mine")]
    [InlineData("Overlay", "weave_connections_multicolumn_table_mine")]
    public void MetadataId_ThatScopeTakesForAnotherThing_IsVolc021EvenWithoutARow(string topology, string id)
    {
        Diagnose(topology, $"[Metadata(Id = {{|VOLC021:\"{id}\"|}}, Hidden = true)] public int Value => 1;");
    }

    [Theory]
    [InlineData("Container", "docker_label", "docker_label_text")]
    [InlineData("Overlay", "weave_connections_multicolumn_table", "weave_connections_multicolumn_table_text")]
    public void LinkId_WhoseTextIsScopesOwn_IsVolc021ThatNamesTheText(string topology, string id, string text)
    {
        var result = GeneratorHarness.Diagnose(SampleSource.Node(
            $"{Id} [Metadata(Id = {{|VOLC021:\"{id}\"|}})] public Uri? Page => null;", topology));

        Assert.Contains($"'{text}'", result.Diagnostics.Single().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("sets")]
    public void ActiveControls_EvenWithoutARow_AreVolc021(string from)
    {
        var type = from is "sets" ? "string[]" : "string";

        Diagnose(
            "Host", $"[Metadata(Id = {{|VOLC021:\"active_controls\"|}}, Hidden = true)] public {type} Value => default!;");
    }

    [Fact]
    public void MetadataId_WhoseDefaultIsScopesOwn_IsVolc021AtTheProperty()
    {
        Diagnose("Host", "[Metadata] public string {|VOLC021:KernelVersion|} => \"\";");
    }

    [Theory]
    [InlineData("Host", "docker_label_mine")]
    [InlineData("Container", "docker_labels")]
    [InlineData("Container", "host_name")]
    [InlineData("Container", "kubernetes_labels_mine")]
    [InlineData("Container", "Docker_container_name")]
    public void MetadataId_OfScopesOwnElsewhere_IsNoMistake(string topology, string id)
    {
        Diagnose(topology, $"[Metadata(Id = \"{id}\")] public int Value => 1;");
    }

    [Theory]
    [InlineData("Container", "docker_memory_usage")]
    [InlineData("Host", "load1")]
    [InlineData("Process", "open_files_count")]
    [InlineData("Pod", "docker_cpu_total_usage")]
    [InlineData("Service", "docker_memory_usage")]
    [InlineData("Deployment", "docker_cpu_total_usage")]
    [InlineData("DaemonSet", "docker_memory_usage")]
    [InlineData("StatefulSet", "docker_cpu_total_usage")]
    [InlineData("CronJob", "docker_memory_usage")]
    [InlineData("Job", "docker_cpu_total_usage")]
    public void MetricId_OfScopesOwn_IsVolc021(string topology, string id)
    {
        Diagnose(topology, $"[Metric(Id = {{|VOLC021:\"{id}\"|}})] public int Value => 1;");
    }

    [Theory]
    [InlineData("Container", "image_table")]
    [InlineData("Container", "docker_label_")]
    [InlineData("Container", "docker_env_")]
    [InlineData("ContainerImage", "docker_image_label_")]
    [InlineData("Pod", "kubernetes_labels_")]
    [InlineData("Overlay", "weave_ipam_table")]
    [InlineData("Overlay", "weave_dns_table")]
    [InlineData("Overlay", "weave_proxy_table")]
    [InlineData("Overlay", "weave_plugin_table")]
    [InlineData("Overlay", "weave_connections_table_")]
    [InlineData("Overlay", "weave_connections_multicolumn_table_")]
    public void TableId_OfScopesOwn_IsVolc021(string topology, string id)
    {
        Diagnose(
            topology,
            $"[Table(Id = {{|VOLC021:\"{id}\"|}}, Prefix = \"mine_\")] public Dictionary<string, string> Rows => [];");
    }

    [Theory]
    [InlineData("Host", "image_table")]
    [InlineData("Container", "docker_container_name")]
    public void TableId_OfScopesOwnElsewhere_IsNoMistake(string topology, string id)
    {
        Diagnose(topology, $"[Table(Id = \"{id}\", Prefix = \"mine_\")] public Dictionary<string, string> Rows => [];");
    }

    [Theory]
    [InlineData("[Metadata(Id = {|VOLC022:\"volumes_total\"|})] public int Total => 1;")]
    [InlineData("[Metadata(Id = {|VOLC022:\"volumes_\"|})] public int Total => 1;")]
    [InlineData("[Metadata(Id = {|VOLC022:\"volumes_total\"|}, Hidden = true)] public int Total => 1;")]
    [InlineData("[Metadata] public int {|VOLC022:VolumesTotal|} => 1;")]
    [InlineData("[Metadata(Id = {|VOLC022:\"volumes\"|})] public Uri? Link => null;")]
    [InlineData("[Metadata(DataType = DataType.Link)] public string {|VOLC022:Volumes_|} => \"\";")]
    public void MetadataId_ThatBeginsWithAPrefix_IsVolc022(string metadata)
    {
        var table = "[Table] public Dictionary<string, string> Volumes => [];";

        Diagnose("Container", table + metadata);
        Diagnose("Container", metadata + table);
    }

    [Fact]
    public void LinkId_WhoseTextBeginsWithAPrefix_NamesTheTextsKey()
    {
        var result = GeneratorHarness.Diagnose(SampleSource.Node(
            Id
            + "[Table] public Dictionary<string, string> Volumes => [];"
            + "[Metadata(Id = {|VOLC022:\"volumes\"|})] public Uri? Link => null;"));

        Assert.Contains("key 'volumes_text'", result.Diagnostics.Single().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Metadata(Id = \"volumes\")] public int Total => 1;")]
    [InlineData("[Metadata(Id = \"Volumes_total\")] public int Total => 1;")]
    [InlineData("[Metadata(Id = \"volumes_all\")] public string[] All => [];")]
    [InlineData("[Metadata(Id = \"volumes_all\", From = ValueSource.Counters)] public int All => 1;")]
    [InlineData("[Metric(Id = \"volumes_all\")] public int All => 1;")]
    public void Id_ThatIsNoKeyOfTheTable_IsNoMistake(string metadata)
    {
        Diagnose("Container", "[Table] public Dictionary<string, string> Volumes => [];" + metadata);
    }

    [Theory]
    [InlineData("Prefix = \"x\"", "Prefix = {|VOLC022:\"xy\"|}")]
    [InlineData("Prefix = {|VOLC022:\"xy\"|}", "Prefix = \"x\"")]
    [InlineData("Prefix = \"x\"", "Prefix = {|VOLC022:\"x\"|}")]
    [InlineData("Id = \"x\"", "Prefix = {|VOLC022:\"x_\"|}")]
    [InlineData("Prefix = \"x\"", "Prefix = \"b\"")]
    public void Prefix_ThatBeginsWithAnother_IsVolc022(string first, string second)
    {
        Diagnose(
            "Container",
            $"[Table({first})] public Dictionary<string, string> First => [];"
            + $"[Table({second})] public Dictionary<string, string> Second => [];");
    }

    [Fact]
    public void Prefix_ByDefaultThatBeginsWithAnother_IsVolc022AtTheProperty()
    {
        Diagnose(
            "Container",
            "[Table(Prefix = \"volumes\")] public Dictionary<string, string> First => [];"
            + "[Table] public Dictionary<string, string> {|VOLC022:Volumes|} => [];");
    }

    [Fact]
    public void TableId_WhenGivenTwice_IsVolc004Alone()
    {
        Diagnose(
            "Container",
            "[Table] public Dictionary<string, string> First => [];"
            + "[Table(Id = {|VOLC004:\"first\"|})] public Dictionary<string, string> Second => [];");
    }

    [Theory]
    [InlineData("public Uri? Page => null; [Metadata] public int {|VOLC004:PageText|} => 1;")]
    [InlineData("public int {|VOLC004:PageText|} => 1; [Metadata] public Uri? Page => null;")]
    [InlineData("public Uri? Page => null; [Metadata(Id = {|VOLC004:\"page_text\"|})] public Uri? Other => null;")]
    public void Id_OfALinksText_IsVolc004(string properties)
    {
        Diagnose("Container", "[Metadata] " + properties);
    }

    [Fact]
    public void Name_OfALinksText_MayBeAnotherPropertys()
    {
        Diagnose(
            "Container", "[Metadata] public Uri? Page => null; [Metadata(Id = \"other\")] public int PageText => 1;");
    }

    [Theory]
    [InlineData("Container", "docker_", "docker_container_id")]
    [InlineData("Container", "docker_image_name", "docker_image_name")]
    [InlineData("Container", "host_", "host_node_id")]
    [InlineData("Container", "docker_label_mine_", "docker_label_…")]
    [InlineData("Container", "docker_lab", "docker_label_…")]
    [InlineData("Pod", "kubernetes_labels_mine_", "kubernetes_labels_…")]
    [InlineData("Host", "count_mine_", "count_…")]
    public void Prefix_OfScopesOwnKeys_IsVolc023(string topology, string prefix, string example)
    {
        var result = GeneratorHarness.Diagnose(SampleSource.Node(
            $"{Id} [Table(Prefix = {{|VOLC023:\"{prefix}\"|}})] public Dictionary<string, string> Rows => [];", topology));

        Assert.Contains($"'{example}'", result.Diagnostics.Single().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host", "docker_")]
    [InlineData("Container", "docker_volumes_")]
    public void Prefix_OfNoneOfScopesOwnKeys_IsNoMistake(string topology, string prefix)
    {
        Diagnose(topology, $"[Table(Prefix = \"{prefix}\")] public Dictionary<string, string> Rows => [];");
    }

    [Fact]
    public void Prefix_ByDefaultOfScopesOwnKeys_IsVolc023AtTheProperty()
    {
        Diagnose("Container", "[Table] public Dictionary<string, string> {|VOLC023:Docker|} => [];");
    }

    private static void Diagnose(string topology, string members)
    {
        var id = topology switch
        {
            "Endpoint" => Parts("Scope", "Address", "Port"),
            "Process" => Parts("Host", "Pid"),
            "ECSService" => Parts("Cluster", "Service"),
            _ => Id,
        };

        GeneratorHarness.Diagnose(SampleSource.Node(id + members, topology));
    }

    private static string Parts(params string[] parts) =>
        string.Concat(parts.Select(static part => $"[NodeId(NodeIdPart.{part})] public string Id{part} => \"\";"));
}
