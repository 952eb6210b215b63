using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using static VolumeCount.Tests.Unit.Generators.Samples.Published.SampleJson;

namespace VolumeCount.Tests.Unit.Generators.Samples.Published;

/// <summary>
/// The plugin for CPU wait. It has a graph and a template of one metric at a time; ours has the templates of both at all
/// times, which draws nothing where a node has no such metric.
/// </summary>
public sealed class CpuWaitReportTests
{
    private readonly CpuWaitMonitor _monitor = new(new FakeTimeProvider(new(2026, 11, 22, 21, 16, 30, TimeSpan.Zero)))
    {
        Idle = 96.04,
        IOWait = 0.01,
    };

    [Theory]
    [InlineData(false, "idle", "96.04", "true", "false")]
    [InlineData(true, "iowait", "0.01", "false", "true")]
    public void Report_InEitherMode_SaysWhatThePublishedPluginDoes(
        bool showsIOWait, string metric, string value, string idleIsDead, string ioWaitIsDead)
    {
        _monitor.ShowsIOWait = showsIOWait;

        var report = Write(CpuWaitReport.From(_monitor), CpuWaitReportContext.Write);

        AssertSame(
            $$"""
            {
              "Host": {
                "nodes": {
                  "alpha;<host>": {
                    "metrics": {
                      "{{metric}}": {
                        "samples": [{ "date": "2026-11-22T21:16:30Z", "value": {{value}} }],
                        "min": 0,
                        "max": 100
                      }
                    },
                    "latestControls": {
                      "switchToIdle": { "timestamp": "2026-11-22T21:16:30Z", "value": { "dead": {{idleIsDead}} } },
                      "switchToIOWait": { "timestamp": "2026-11-22T21:16:30Z", "value": { "dead": {{ioWaitIsDead}} } }
                    }
                  }
                },
                "metric_templates": {
                  "idle": { "id": "idle", "label": "Idle", "format": "percent", "priority": 0.1 },
                  "iowait": { "id": "iowait", "label": "IO Wait", "format": "percent", "priority": 0.1 }
                },
                "controls": {
                  "switchToIdle": { "id": "switchToIdle", "human": "Switch to idle", "icon": "fa-gears", "rank": 1 },
                  "switchToIOWait": { "id": "switchToIOWait", "human": "Switch to IO wait", "icon": "fa-clock-o", "rank": 1 }
                }
              },
              "Plugins": [
                {
                  "id": "iowait",
                  "label": "iowait",
                  "description": "Adds a graph of CPU IO Wait to hosts",
                  "interfaces": ["reporter", "controller"],
                  "api_version": "1"
                }
              ]
            }
            """,
            report);
    }

    [Fact]
    public async Task Button_WhenPressed_AnswersAReportOfTheOtherMetric()
    {
        var answer = await PressAsync(CpuWaitReportContext.Controls, "alpha;<host>", "switchToIOWait", _monitor);

        AssertSame(
            new JsonObject { ["shortcutReport"] = Write(CpuWaitReport.From(_monitor), CpuWaitReportContext.Write) }
                .ToJsonString(),
            answer);
        Assert.True(_monitor.ShowsIOWait);
    }

    [Fact]
    public async Task Buttons_WhenPressedInTurn_SwitchThereAndBack()
    {
        await PressAsync(CpuWaitReportContext.Controls, "alpha;<host>", "switchToIOWait", _monitor);
        await PressAsync(CpuWaitReportContext.Controls, "alpha;<host>", "switchToIdle", _monitor);

        Assert.False(_monitor.ShowsIOWait);
    }

    [Theory]
    [InlineData("beta;<host>", "switchToIOWait")]
    [InlineData("alpha;<host>", "switchToIdle")]
    [InlineData("alpha;<host>", "reboot")]
    public async Task Button_ThatIsNotThere_AnswersAnErrorAndSwitchesNothing(string node, string control)
    {
        var answer = await PressAsync(CpuWaitReportContext.Controls, node, control, _monitor);

        Assert.Equal(["error"], answer.AsObject().Select(static member => member.Key));
        Assert.False(_monitor.ShowsIOWait);
    }
}
