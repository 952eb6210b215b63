using System.Text.Json.Nodes;
using static VolumeCount.Tests.Unit.Generators.Samples.Published.SampleJson;

namespace VolumeCount.Tests.Unit.Generators.Samples.Published;

/// <summary>
/// The plugin for traffic control. Ours differs on purpose: the published one has no value for the rows that its templates
/// are for, and leaves the table's type to Scope, which takes it for a <c>property-list</c>.
/// </summary>
public sealed class TrafficControlReportTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 22, 21, 16, 30, TimeSpan.Zero);
    private static readonly string[] ControlIds = ["slow", "medium", "fast", "pkt-drop-low", "clear"];

    [Fact]
    public void Report_OfContainers_SaysWhatThePublishedPluginDoes()
    {
        var report = Write(
            new TrafficControlReport
            {
                Time = Time,
                Containers =
                [
                    new() { Id = "8f3a", Latency = "500ms", PacketLoss = "10%", IsRunning = true },
                    new() { Id = "9c41", IsRunning = false },
                ],
            },
            TrafficControlReportContext.Write);

        var latest = report["Container"]!["nodes"]!["8f3a;<container>"]!["latest"]!.AsObject();
        AssertSame("""{ "timestamp": "2026-11-22T21:16:30Z", "value": "500ms" }""", Take(latest, "traffic-control-latency"));
        AssertSame("""{ "timestamp": "2026-11-22T21:16:30Z", "value": "10%" }""", Take(latest, "traffic-control-pktloss"));
        var table = report["Container"]!["table_templates"]!["traffic-control-table"]!.AsObject();
        AssertSame("\"property-list\"", Take(table, "type"));
        AssertSame(
            $$"""
            {
              "Container": {
                "nodes": {
                  "8f3a;<container>": {
                    "latest": {
                      "traffic-control-table-latency": { "timestamp": "2026-11-22T21:16:30Z", "value": "500ms" },
                      "traffic-control-table-pktloss": { "timestamp": "2026-11-22T21:16:30Z", "value": "10%" }
                    },
                    "latestControls": { {{Controls("false")}} }
                  },
                  "9c41;<container>": {
                    "latest": {
                      "traffic-control-table-latency": { "timestamp": "2026-11-22T21:16:30Z", "value": "-" },
                      "traffic-control-table-pktloss": { "timestamp": "2026-11-22T21:16:30Z", "value": "-" }
                    },
                    "latestControls": { {{Controls("true")}} }
                  }
                },
                "metadata_templates": {
                  "traffic-control-latency": {
                    "id": "traffic-control-latency", "label": "Latency", "priority": 13.5, "from": "latest"
                  },
                  "traffic-control-pktloss": {
                    "id": "traffic-control-pktloss", "label": "Packet Loss", "priority": 13.6, "from": "latest"
                  }
                },
                "table_templates": {
                  "traffic-control-table": {
                    "id": "traffic-control-table", "label": "Traffic Control", "prefix": "traffic-control-table-"
                  }
                },
                "controls": {
                  "traffic-control-table-slow": {
                    "id": "traffic-control-table-slow", "human": "Traffic speed: slow", "icon": "fa-hourglass-1", "rank": 20
                  },
                  "traffic-control-table-medium": {
                    "id": "traffic-control-table-medium", "human": "Traffic speed: medium", "icon": "fa-hourglass-2", "rank": 21
                  },
                  "traffic-control-table-fast": {
                    "id": "traffic-control-table-fast", "human": "Traffic speed: fast", "icon": "fa-hourglass-3", "rank": 22
                  },
                  "traffic-control-table-pkt-drop-low": {
                    "id": "traffic-control-table-pkt-drop-low", "human": "Packet drop: low", "icon": "fa-cut", "rank": 23
                  },
                  "traffic-control-table-clear": {
                    "id": "traffic-control-table-clear",
                    "human": "Clear traffic control settings",
                    "icon": "fa-times-circle",
                    "rank": 24
                  }
                }
              },
              "Plugins": [
                {
                  "id": "traffic-control",
                  "label": "Traffic control",
                  "description": "Adds traffic controls to the running Docker containers",
                  "interfaces": ["reporter", "controller"],
                  "api_version": "1"
                }
              ]
            }
            """,
            report);
    }

    [Theory]
    [InlineData("slow", "2000ms", "1%")]
    [InlineData("medium", "1000ms", "1%")]
    [InlineData("fast", "500ms", "1%")]
    [InlineData("pkt-drop-low", "7ms", "10%")]
    [InlineData("clear", null, null)]
    public async Task Button_WhenPressed_ShapesTheTrafficAndAnswersNothing(
        string control, string? latency, string? packetLoss)
    {
        var shaper = new TrafficShaper { ["8f3a"] = new("7ms", "1%"), ["9c41"] = new("7ms", "1%") };

        var answer = await PressAsync(
            TrafficControlReportContext.Controls, "8f3a;<container>", "traffic-control-table-" + control, shaper);

        AssertSame("{}", answer);
        Assert.Equal(new(latency, packetLoss), shaper["8f3a"]);
        Assert.Equal(new("7ms", "1%"), shaper["9c41"]);
    }

    [Fact]
    public async Task Button_OfAnUnknownContainer_AnswersAnError()
    {
        var answer = await PressAsync(
            TrafficControlReportContext.Controls, "8f3a;<container>", "traffic-control-table-slow", new TrafficShaper());

        AssertSame("""{ "error": "failed to get handler: container 8f3a not found" }""", answer);
    }

    private static JsonNode? Take(JsonObject members, string name)
    {
        Assert.True(members.Remove(name, out var member), name);
        return member;
    }

    private static string Controls(string isDead) => string.Join(
        ',',
        ControlIds.Select(id =>
            $$$"""
            "traffic-control-table-{{{id}}}": { "timestamp": "2026-11-22T21:16:30Z", "value": { "dead": {{{isDead}}} } }
            """));
}
