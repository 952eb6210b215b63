using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BenchmarkDotNet.Attributes;
using VolumeCount.Report;

namespace VolumeCount.Tests.Benchmarks.Micro;

/// <summary>
/// The generated writer against others that make the same bytes. The serializers get their objects ready made, in the shape
/// of the JSON; the generated writer and the one by hand take them from the report as they go.
/// </summary>
public class WriterBenchmarks : IDisposable
{
    private static readonly JsonSerializerOptions ReflectionOptions = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private readonly ArrayBufferWriter<byte> _output = new();
    private Utf8JsonWriter _writer = null!;
    private VolumeCountReport _report = null!;
    private ReportDto _dto = null!;

    /// <summary>How many containers the report has.</summary>
    [Params(10, 1_000, 10_000)]
    public int Nodes { get; set; }

    /// <summary>Makes the report, and checks that all write the same.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _writer = new(_output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        _report = SampleReport.Of(Nodes);
        Generated();
        var expected = _output.WrittenSpan.ToArray();
        using var json = JsonDocument.Parse(expected);
        _dto = ReportDto.From(_report, json.RootElement.Clone());

        foreach (var write in (Func<int>[])[ByHand, SourceGenerated, Reflection])
        {
            write();
            if (!_output.WrittenSpan.SequenceEqual(expected))
                throw new InvalidOperationException($"{write.Method.Name} does not write what the generated writer does.");
        }
    }

    /// <summary>What the plugin uses.</summary>
    [Benchmark(Baseline = true)]
    public int Generated()
    {
        _output.ResetWrittenCount();
        VolumeCountReportContext.Write(_output, _report);
        return _output.WrittenCount;
    }

    /// <summary>A <see cref="Utf8JsonWriter"/> by hand.</summary>
    [Benchmark]
    public int ByHand()
    {
        Begin();
        HandWriter.Write(_writer, _report);
        return End();
    }

    /// <summary>System.Text.Json with its own source generator.</summary>
    [Benchmark]
    public int SourceGenerated()
    {
        Begin();
        JsonSerializer.Serialize(_writer, _dto, DtoContext.Default.ReportDto);
        return End();
    }

    /// <summary>System.Text.Json with reflection.</summary>
    [Benchmark]
    public int Reflection()
    {
        Begin();
        JsonSerializer.Serialize(_writer, _dto, ReflectionOptions);
        return End();
    }

    /// <summary>Ends the writer.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _writer.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Begin()
    {
        _output.ResetWrittenCount();
        _writer.Reset();
    }

    private int End()
    {
        _writer.Flush();
        return _output.WrittenCount;
    }
}
