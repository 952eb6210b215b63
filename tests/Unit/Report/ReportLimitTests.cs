using System.Buffers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VolumeCount.Inventory;
using VolumeCount.Report;

namespace VolumeCount.Tests.Unit.Report;

public sealed class ReportLimitTests
{
    private readonly RecordingLogger<ReportLimit> _log = new();

    [Fact]
    public async Task Limit_OfTheProgram_IsWhatScopeTakes()
    {
        await using var factory = new PluginFactory(new StubEngine());

        Assert.Equal(50 * 1024 * 1024, factory.Services.GetRequiredService<ReportLimit>().MaxBytes);
    }

    [Fact]
    public void Write_OfWhatFits_WritesItOnce()
    {
        var calls = 0;
        var limit = new ReportLimit(1000, _log);

        var body = Write(limit, Snapshot(10), snapshot =>
        {
            calls++;
            return new byte[snapshot.Containers.Length * 100];
        });

        Assert.Equal(1000, body.Length);
        Assert.Equal(1, calls);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void Write_OfMore_WritesTheContainersThatFitAndLogsItOnce()
    {
        var limit = new ReportLimit(1 << 20, _log);
        var snapshot = Snapshot(3000);

        var first = Write(limit, snapshot, Text);
        var second = Write(limit, snapshot, Text);

        Assert.InRange(first.Length, (1 << 20) * 9 / 10, 1 << 20);
        Assert.Equal(first, second);
        var reported = Encoding.ASCII.GetString(first).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            snapshot.Containers.Select(container => container.Id).Order(StringComparer.Ordinal).Take(reported.Length),
            reported.Select(line => line[..64]));
        Assert.Equal(
            [(LogLevel.Warning, LogEvents.ReportCut,
                $"A report of all 3000 containers would be larger than 1 MiB, and Scope would refuse it: only {reported.Length} of them are reported")],
            _log.Lines);
    }

    [Fact]
    public void Write_OfMoreInAnotherOrder_LeavesTheSameOnesOut()
    {
        var limit = new ReportLimit(1 << 20, _log);
        var snapshot = Snapshot(3000);

        var first = Write(limit, snapshot, Text);
        var second = Write(limit, snapshot with { Containers = [.. snapshot.Containers.Reverse()] }, Text);

        Assert.Equal(first, second);
    }

    [Fact]
    public void Write_OfMoreAgainAfterItFitted_LogsItAgain()
    {
        var limit = new ReportLimit(1 << 20, _log);

        Write(limit, Snapshot(3000), Text);
        Write(limit, Snapshot(3), Text);
        Write(limit, Snapshot(3000), Text);

        Assert.Equal(2, _log.Lines.Count);
    }

    [Fact]
    public void Write_WhereNoContainerFits_WritesNone()
    {
        var limit = new ReportLimit(1000, _log);

        Assert.Empty(Write(limit, Snapshot(1), snapshot => new byte[snapshot.Containers.Length * 1001]));
    }

    private static byte[] Write(ReportLimit limit, InventorySnapshot snapshot, Func<InventorySnapshot, byte[]> write)
    {
        var output = new ReportBuffer();
        limit.Write(output, snapshot, (output, snapshot) => output.Write(write(snapshot)));
        return output.Body.ToArray();
    }

    private static InventorySnapshot Snapshot(int containers) =>
        new(DateTimeOffset.UnixEpoch, [.. Enumerable.Range(0, containers).Select(_ => Containers.Random(0))]);

    // A node of about 500 bytes, longer ones last.
    private static byte[] Text(InventorySnapshot snapshot) => Encoding.ASCII.GetBytes(
        string.Concat(snapshot.Containers.Select((container, i) => $"{container.Id}{new string(' ', 400 + (i / 20))}\n")));
}
