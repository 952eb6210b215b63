using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using FsCheck;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VolumeCount.Tests.Unit.Contract;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Generators.Samples;

/// <summary>Three ways to the same JSON: the direct writer, the serializer's context, and a plain rendering.</summary>
public sealed class EverythingReportContextTests
{
    private static readonly JsonSerializerOptions Relaxed = EverythingReportContext.Default.Options;

    [Property(MaxTest = 300, EndSize = 12)]
    public void Writer_OfAnyReport_WritesWhatAPlainRenderingDoes(int seed, NonNegativeInt size)
    {
        var report = new RandomReports(seed).Next(size.Get);

        // Read again, as half of a surrogate pair may be written as a replacement or as the escape for one.
        Assert.Equal(
            EverythingRendering.Render(report).ToJsonString(Relaxed), JsonNode.Parse(Write(report))!.ToJsonString(Relaxed));
    }

    [Property(MaxTest = 200, EndSize = 12)]
    public void Serializer_OfAnyReport_WritesTheSameBytes(int seed, NonNegativeInt size)
    {
        var report = new RandomReports(seed).Next(size.Get);

        Assert.Equal(
            Write(report), JsonSerializer.SerializeToUtf8Bytes(report, EverythingReportContext.Default.EverythingReport));
    }

    [Property(MaxTest = 100, EndSize = 6)]
    public void ResolverChain_WithOtherOptions_WritesTheSameReport(
        int seed, NonNegativeInt size, bool isIndented, bool isRelaxed)
    {
        var report = new RandomReports(seed).Next(size.Get);
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = isIndented,
            Encoder = isRelaxed ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping : null,
        };
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver { Modifiers = { static _ => { } } });
        options.TypeInfoResolverChain.Insert(0, EverythingReportContext.Default);
        options.TypeInfoResolverChain.Insert(0, InventoryReportContext.Default);

        var json = JsonSerializer.Serialize(report, options.GetTypeInfo(typeof(EverythingReport)));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Write(report)), JsonNode.Parse(json)));
        Assert.Equal(isIndented, json.Contains('\n', StringComparison.Ordinal));
    }

    [Property(MaxTest = 20, EndSize = 12)]
    public async Task ResolverChain_OfAspNetCore_WritesTheSameReport(int seed, NonNegativeInt size)
    {
        var report = new RandomReports(seed).Next(size.Get);
        var services = new ServiceCollection()
            .AddLogging()
            .ConfigureHttpJsonOptions(
                static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, EverythingReportContext.Default));
        using var body = new MemoryStream();
        var context =
            new DefaultHttpContext { RequestServices = services.BuildServiceProvider(), Response = { Body = body } };

        await TypedResults.Json(report).ExecuteAsync(context);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Write(report)), JsonNode.Parse(body.ToArray())));
    }

    [Property(MaxTest = 100, EndSize = 12)]
    public void AnyReport_BreaksNoRuleOfScope(int seed, NonNegativeInt size)
    {
        var (report, findings, error) = Reports.Read(Write(new RandomReports(seed).Next(size.Get)));

        Assert.Null(error);
        Assert.Empty(findings);
        Assert.NotNull(report);
    }

    [Property(MaxTest = 100, EndSize = 12)]
    public void ValuesOfAnyReport_FitTheirTemplates(int seed, NonNegativeInt size) =>
        DrawnValues.AssertFitTheirTemplates(Write(new RandomReports(seed).Next(size.Get)));

    [Property(MaxTest = 100, EndSize = 12)]
    public void Buffer_ThatHasHardlyMoreRoomThanAskedFor_GetsTheSameBytes(int seed, NonNegativeInt size, byte more)
    {
        var report = new RandomReports(seed).Next(size.Get);
        var output = new TightBuffer(more % 17);

        EverythingReportContext.Write(output, report);

        Assert.Equal(Write(report), output.Written);
    }

    [Property(MaxTest = 20, EndSize = 12)]
    public async Task Pipe_OfSmallSegments_GetsTheSameBytes(int seed, NonNegativeInt size)
    {
        var report = new RandomReports(seed).Next(size.Get);
        using var stream = new MemoryStream();
        var pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(minimumBufferSize: 1, leaveOpen: true));

        EverythingReportContext.Write(pipe, report);
        await pipe.FlushAsync(TestContext.Current.CancellationToken);
        await JsonSerializer.SerializeAsync(
            pipe, report, EverythingReportContext.Default.EverythingReport, TestContext.Current.CancellationToken);
        await pipe.CompleteAsync();

        Assert.Equal([.. Write(report), .. Write(report)], stream.ToArray());
    }

    private static byte[] Write(EverythingReport report)
    {
        var output = new ArrayBufferWriter<byte>();
        EverythingReportContext.Write(output, report);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Gives a new span each time, and not much of one.</summary>
    private sealed class TightBuffer(int more) : IBufferWriter<byte>
    {
        private readonly ArrayBufferWriter<byte> _written = new();
        private byte[] _span = [];

        public byte[] Written => _written.WrittenSpan.ToArray();

        public void Advance(int count) => _written.Write(_span.AsSpan(0, count));

        public Memory<byte> GetMemory(int sizeHint = 0) => _span = new byte[Math.Max(sizeHint, 1) + more];

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
