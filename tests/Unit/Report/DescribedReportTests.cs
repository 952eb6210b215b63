using System.Text.Json;
using System.Text.Json.Nodes;
using VolumeCount.Inventory;
using VolumeCount.Report;

namespace VolumeCount.Tests.Unit.Report;

/// <summary>What the report has of containers that are described.</summary>
public sealed class DescribedReportTests
{
    private static readonly string Id = Containers.RandomId();

    private static readonly ContainerDescription Description = new()
    {
        State = "running",
        ImageName = "docker.io/library/nginx:1.27",
        ImageId = new string('a', 64),
        Created = new DateTimeOffset(2026, 11, 22, 9, 30, 0, TimeSpan.FromHours(1)),
        RestartCount = 2,
        PodUid = "7c0b5c1e-6d3a-4b9e-9a59-0c8c52b5a5d2",
        Labels = [new("app", "web"), new("io.kubernetes.pod.namespace", "default")],
    };

    [Fact]
    public void Node_HasAllThatScopeNeedsToDrawIt()
    {
        var report = Render(Description);
        var node = report["Container"]!["nodes"]![$"{Id};<container>"]!;

        Assert.Equal($"{Id};<container>", Text(node["id"]));
        Assert.Equal("container", Text(node["topology"]));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["docker_container_name"] = "nginx",
                ["docker_container_id"] = Id,
                ["docker_container_state"] = "running",
                ["docker_container_state_human"] = "running",
                ["docker_container_restart_count"] = "2",
                ["docker_container_created"] = "2026-11-22T08:30:00Z",
                ["docker_image_id"] = new string('a', 64),
                ["docker_image_name"] = "docker.io/library/nginx",
                ["docker_image_tag"] = "1.27",
                ["docker_label_app"] = "web",
                ["docker_label_io.kubernetes.pod.namespace"] = "default",
            },
            Scopes(node["latest"]).ToDictionary(value => value.Key, value => Text(value.Value!["value"])));
        Assert.Equal(
            $$$"""{"container_image":["{{{new string('a', 64)}}};<container_image>"],"pod":["7c0b5c1e-6d3a-4b9e-9a59-0c8c52b5a5d2;<pod>"]}""",
            node["parents"]!.ToJsonString(new JsonSerializerOptions
            {
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }));
    }

    [Fact]
    public void Report_OfADescribedContainer_HasTheTemplatesOfScopesOwnRows()
    {
        var topology = Render(Description)["Container"]!;

        Assert.Equal(
            [
                "docker_image_tag", "docker_image_name", "docker_container_state_human",
                "docker_container_restart_count", "docker_container_created", "docker_container_id",
            ],
            Scopes(topology["metadata_templates"]).Select(row => row.Key));
        Assert.Equal(["docker_label_"], Scopes(topology["table_templates"]).Select(table => table.Key));
    }

    [Fact]
    public void Node_OfAContainerThatIsMeasured_HasTheGraphsOfScopesOwnProbe()
    {
        var sample = new UsageSample(Id, new DateTimeOffset(2026, 11, 30, 12, 0, 0, 500, TimeSpan.Zero), null, 300, 1000);
        var usage = new ContainerUsage(sample, ProcessorPercent: 12.5, MaxMemory: 1000);

        var topology = Render(Description, usage)["Container"]!;

        Assert.Equal(
            """
            {"docker_cpu_total_usage":{"samples":[{"date":"2026-11-30T12:00:00.5Z","value":12.5}],"min":12.5,"max":100},
            "docker_memory_usage":{"samples":[{"date":"2026-11-30T12:00:00.5Z","value":300}],"min":300,"max":1000}}
            """.ReplaceLineEndings(""),
            topology["nodes"]![$"{Id};<container>"]!["metrics"]!.ToJsonString());
        Assert.Equal(
            """
            {"docker_cpu_total_usage":{"id":"docker_cpu_total_usage","label":"CPU","format":"percent","priority":1},
            "docker_memory_usage":{"id":"docker_memory_usage","label":"Memory","format":"filesize","priority":2}}
            """.ReplaceLineEndings(""),
            topology["metric_templates"]!.ToJsonString());
    }

    [Fact]
    public void Node_WhoseProcessorTimeIsNotKnown_HasTheGraphOfMemoryAlone()
    {
        var sample = new UsageSample(Id, DateTimeOffset.UtcNow, null, 300, null);
        var usage = new ContainerUsage(sample, ProcessorPercent: null, MaxMemory: 1000);

        var topology = Render(Description, usage)["Container"]!;

        var metrics = topology["nodes"]![$"{Id};<container>"]!["metrics"]!.AsObject();
        Assert.Equal(["docker_memory_usage"], metrics.Select(metric => metric.Key));
    }

    [Fact]
    public void Image_HasItsNameAndTag()
    {
        var image = Render(Description)["ContainerImage"]!["nodes"]![$"{new string('a', 64)};<container_image>"]!["latest"]!;

        Assert.Equal("docker.io/library/nginx", Text(image["docker_image_name"]!["value"]));
        Assert.Equal("1.27", Text(image["docker_image_tag"]!["value"]));
    }

    [Theory]
    [InlineData("created", "created")]
    [InlineData("exited", "exited")]
    [InlineData("unknown", "dead")]
    public void State_IsAWordOfScopes(string state, string word)
    {
        var latest = Render(Description with { State = state })["Container"]!["nodes"]![$"{Id};<container>"]!["latest"]!;

        Assert.Equal(word, Text(latest["docker_container_state"]!["value"]));
        Assert.Equal(state, Text(latest["docker_container_state_human"]!["value"]));
    }

    [Fact]
    public void Node_OfAContainerThatIsNotDescribed_HasNothingOfScopesOwn()
    {
        var report = Render(null);
        var node = report["Container"]!["nodes"]![$"{Id};<container>"]!.AsObject();

        Assert.Equal(["latest"], node.Select(member => member.Key));
        Assert.Empty(Scopes(node["latest"]));
        Assert.Empty(report["ContainerImage"]!["nodes"]!.AsObject());
        Assert.Empty(Scopes(report["Container"]!["metadata_templates"]));
        Assert.Empty(Scopes(report["Container"]!["table_templates"]));
        Assert.Null(report["Container"]!["metric_templates"]);
    }

    private static JsonNode Render(ContainerDescription? description, ContainerUsage? usage = null)
    {
        var container = new Container(Id, []) { Name = "nginx", Description = description };
        var snapshot = new InventorySnapshot(DateTimeOffset.UtcNow, [container]);
        Dictionary<string, ContainerUsage> usages = usage is null ? [] : new() { [Id] = usage };
        var report = VolumeCountReport.From(snapshot, SharedVolumes.Of(snapshot.Containers), usages);
        return JsonNode.Parse(JsonSerializer.Serialize(report, VolumeCountReportContext.Default.VolumeCountReport))!;
    }

    /// <summary>The members whose names are those of Scope's own Docker probe.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Scopes(JsonNode? members) =>
        members!.AsObject().Where(member => member.Key.StartsWith("docker_", StringComparison.Ordinal));

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
