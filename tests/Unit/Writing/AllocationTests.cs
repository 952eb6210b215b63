using System.Buffers;
using System.Runtime.CompilerServices;
using VolumeCount.Tests.Unit.Generators.Samples;

namespace VolumeCount.Tests.Unit.Writing;

public sealed class AllocationTests
{
    [Fact]
    public void Node_InSteadyState_AllocatesNothing()
    {
        var output = new ArrayBufferWriter<byte>(16 * 1024 * 1024);
        var thousand = Report(1000);
        var twoThousand = Report(2000);

        // The least of several: the first ones allocate what lasts, and the runtime something now and then.
        var one = Enumerable.Range(0, 5).Min(_ => Measure(output, thousand));
        var two = Enumerable.Range(0, 5).Min(_ => Measure(output, twoThousand));

        Assert.Equal(0, two - one);
        Assert.InRange(one, 0, 512);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Measure(ArrayBufferWriter<byte> output, LeanReport report)
    {
        output.ResetWrittenCount();
        var before = GC.GetAllocatedBytesForCurrentThread();
        LeanReportContext.Write(output, report);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static LeanReport Report(int nodes) =>
        new() { Hosts = [.. Enumerable.Range(0, nodes).Select(static i => new LeanNode { Id = $"host{i}" })] };
}
