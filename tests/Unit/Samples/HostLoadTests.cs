using System.Buffers;
using System.Text.Json.Nodes;
using HostLoad;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Scope;
using VolumeCount.Scope.Contract;
using VolumeCount.Scope.Controls;
using VolumeCount.Scope.Hosting.Reports;

namespace VolumeCount.Tests.Unit.Samples;

public sealed class HostLoadTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 21, 16, 30, TimeSpan.Zero);

    private readonly TemporaryFolder _root = new();
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly ViewSwitch _views = new();
    private readonly LoadMonitor _monitor;

    public HostLoadTests()
    {
        Write("proc/loadavg", "1.50 0.18 0.12 1/80 11206\n");
        Write("proc/meminfo", "MemTotal:       3072 kB\nMemFree:        100 kB\nMemAvailable:   1024 kB\n");
        _monitor = new LoadMonitor(new HostFiles(_root.Path), _clock);
    }

    [Fact]
    public void Report_HasTheLoadAsAGraph_AndKeepsToTheContract()
    {
        _monitor.Measure();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Write("proc/loadavg", "2.25 0.18 0.12 1/80 11206\n");
        _monitor.Measure();

        var load = Node()["metrics"]!["load"]!;

        Assert.Equal([1.5, 2.25], load["samples"]!.AsArray().Select(sample => sample!["value"]!.GetValue<double>()));
        Assert.Null(Node()["metrics"]!["used_memory"]);
    }

    [Fact]
    public void Graph_KeepsTheSamplesThatScopeShows()
    {
        for (var i = 0; i < LoadMonitor.MaxSamples + 3; i++)
        {
            _monitor.Measure();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(LoadMonitor.MaxSamples, Node()["metrics"]!["load"]!["samples"]!.AsArray().Count);
    }

    [Fact]
    public void Rows_HaveThePressure()
    {
        foreach (var (resource, average) in new[] { ("cpu", "1.25"), ("memory", "0.00"), ("io", "12.50") })
        {
            Write(
                $"proc/pressure/{resource}",
                $"some avg10={average} avg60=0.88 avg300=0.49 total=123456\nfull avg10=0.00 avg60=0.00\n");
        }

        _monitor.Measure();

        var latest = Node()["latest"]!;

        Assert.Equal("1.25", latest["cpu_pressure"]!["value"]!.GetValue<string>());
        Assert.Equal("0", latest["memory_pressure"]!["value"]!.GetValue<string>());
        Assert.Equal("12.5", latest["io_pressure"]!["value"]!.GetValue<string>());
    }

    [Fact]
    public void Rows_OnAKernelWithoutPressure_AreLeftOut()
    {
        _monitor.Measure();

        Assert.Null(Node()["latest"]);
    }

    [Fact]
    public void Table_HasTheBusiestControlGroups_OfTheViewThatIsShown()
    {
        Write("sys/fs/cgroup/cgroup.controllers", "cpu memory\n");
        string[] paths = ["a", "b", "c", "d", "e", "f", "f/deep"];
        foreach (var (i, path) in paths.Index())
            WriteGroup(path, cpuMicroseconds: 0, memoryMebibytes: 10 - i);
        _monitor.Measure();
        _clock.Advance(TimeSpan.FromSeconds(2));
        WriteGroup("f/deep", cpuMicroseconds: 1_000_000, memoryMebibytes: 1);
        _monitor.Measure();

        var cpu = Node()["latest"]!.AsObject();
        _views.TryShow(View.Memory);
        var memory = Node()["latest"]!.AsObject();

        Assert.Equal(HostLoadSource.MaxGroups * 3, cpu.Count);
        Assert.Equal("50", cpu["busiest_groups_f/deep___cpu_percent"]!["value"]!.GetValue<string>());
        Assert.Equal("10", memory["busiest_groups_a___memory_mebibytes"]!["value"]!.GetValue<string>());
        Assert.DoesNotContain(memory, static value => value.Key.Contains("deep", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Button_WhenPressed_SwitchesTheViewAndAnswersWithIt()
    {
        _monitor.Measure();

        var response = await PressAsync("can_show_memory");

        var node = response["shortcutReport"]!["Host"]!["nodes"]!.AsObject().Single().Value!;
        Assert.Equal(View.Memory, _views.Current);
        Assert.NotNull(node["metrics"]!["used_memory"]);
        Assert.True(node["latestControls"]!["can_show_memory"]!["value"]!["dead"]!.GetValue<bool>());
        Assert.False(node["latestControls"]!["can_show_cpu"]!["value"]!["dead"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Button_OfTheViewThatIsShown_AnswersWithAnError()
    {
        var response = await PressAsync("can_show_cpu");

        Assert.Equal("""{"error":"this view is shown already"}""", response.ToJsonString());
    }

    [Fact]
    public async Task Button_OfAnotherHost_AnswersWithAnError()
    {
        var response = await PressAsync("can_show_memory", "elsewhere;<host>");

        Assert.Equal(View.Cpu, _views.Current);
        Assert.EndsWith("not on elsewhere", response["error"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _monitor.Dispose();
        _root.Dispose();
    }

    private async Task<JsonNode> PressAsync(string control, string? node = null)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(_views)
            .AddSingleton<IReportSource<HostLoadReport>>(new HostLoadSource(_monitor, _views))
            .BuildServiceProvider();
        var response = await HostLoadReportContext.Plugin.Controls.HandleAsync(
            new ControlRequest(node ?? $"{ScopeHost.Name};<host>", control, "", []), services,
            TestContext.Current.CancellationToken);
        var output = new ArrayBufferWriter<byte>();
        response.WriteTo(output);
        return JsonNode.Parse(output.WrittenSpan)!;
    }

    private JsonNode Node()
    {
        var output = new ArrayBufferWriter<byte>();
        HostLoadReportContext.Write(output, new HostLoadSource(_monitor, _views).GetReport());
        var check = PluginCheck.Run(output.WrittenSpan, "host-load");
        Assert.True(check.HasPassed && !check.HasWarnings, check.ToString());
        return JsonNode.Parse(output.WrittenSpan)!["Host"]!["nodes"]!.AsObject().Single().Value!;
    }

    private void WriteGroup(string path, long cpuMicroseconds, long memoryMebibytes)
    {
        Write($"sys/fs/cgroup/{path}/cpu.stat", $"usage_usec {cpuMicroseconds}\nuser_usec 0\nsystem_usec 0\n");
        Write($"sys/fs/cgroup/{path}/memory.current", $"{memoryMebibytes << 20}\n");
    }

    private void Write(string path, string text)
    {
        var file = _root.Combine(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
