using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using VolumeCount.Scope.Writing;

namespace VolumeCount.Tests.Unit.Writing;

/// <summary>What a <see cref="ReportWriter"/> wrote.</summary>
internal static class Written
{
    /// <summary>Calls the writer.</summary>
    public delegate void Calls(ref ReportWriter writer);

    /// <summary>The time of the reports.</summary>
    public static DateTimeOffset Time { get; } = new(2026, 11, 22, 23, 16, 30, 999, TimeSpan.FromHours(2));

    /// <summary>The members that the calls wrote into an object.</summary>
    public static string Members(Calls calls)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new ReportWriter(output, Time);
        writer.Raw("{"u8);
        calls(ref writer);
        writer.Raw("}"u8);
        writer.Complete();
        return Encoding.UTF8.GetString(output.WrittenSpan)[1..^1];
    }

    /// <summary>The keys and values that the calls wrote into <c>latest</c>.</summary>
    public static IReadOnlyDictionary<string, string> Latest(Calls calls)
    {
        var members = Members((ref writer) =>
        {
            writer.BeginSection("latest"u8);
            calls(ref writer);
            writer.EndSection();
        });
        var json = JsonNode.Parse($"{{{members}}}")!.AsObject();
        var latest = json["latest"]?.AsObject() ?? [];

        Assert.All(
            latest, static value => Assert.Equal("2026-11-22T21:16:30Z", value.Value!["timestamp"]!.GetValue<string>()));
        return latest.ToDictionary(static value => value.Key, static value => value.Value!["value"]!.GetValue<string>());
    }
}
