using System.Buffers;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VolumeCount.Tests.Unit.Generators.Harness;

/// <summary>
/// A report that was compiled in the test, with its generated context. The source has a class <c>Data</c>, in any namespace,
/// whose static property <c>Report</c> is the report.
/// </summary>
internal sealed class CompiledReport : IDisposable
{
    private readonly AssemblyLoadContext _load = new("Sample", isCollectible: true);
    private readonly Type _data;
    private readonly object _report;
    private readonly Type _context;

    private CompiledReport(IReadOnlyDictionary<string, string> sources, byte[] assembly)
    {
        Sources = sources;
        using var stream = new MemoryStream(assembly);
        var types = _load.LoadFromStream(stream).GetTypes();
        _data = types.Single(static type => type.Name is "Data");
        _report = Data<object>("Report");
        _context = types.Single(static type => type.IsSubclassOf(typeof(JsonSerializerContext)));
    }

    /// <summary>What was generated, by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; }

    /// <summary>Compiles a source, and loads it.</summary>
    public static CompiledReport Load(string source)
    {
        var (sources, assembly) = GeneratorHarness.Build(source);
        return new(sources, assembly);
    }

    /// <summary>Another property of <c>Data</c>.</summary>
    public T Data<T>(string name) => (T)Member(_data, name).GetValue(null)!;

    /// <summary>What the direct writer makes of the report.</summary>
    public byte[] Write()
    {
        var output = new ArrayBufferWriter<byte>();
        var write = _context.GetMethod("Write", [typeof(IBufferWriter<byte>), _report.GetType()])!;
        write.Invoke(null, [output, _report]);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>What <see cref="JsonSerializer"/> makes of it.</summary>
    public byte[] Serialize() => JsonSerializer.SerializeToUtf8Bytes(
        _report, _report.GetType(), (JsonSerializerContext)Member(_context, "Default").GetValue(null)!);

    /// <inheritdoc/>
    public void Dispose() => _load.Unload();

    private static PropertyInfo Member(Type type, string name) =>
        type.GetProperty(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
}
