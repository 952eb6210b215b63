using System.Buffers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VolumeCount.Scope.Controls;
using VolumeCount.Tests.Unit.Contract;

namespace VolumeCount.Tests.Unit.Generators.Samples.Published;

/// <summary>Writes what sample reports and their controls say, and reads it as Scope does.</summary>
internal static class SampleJson
{
    /// <summary>A report that Scope takes, and in which nothing is wrong.</summary>
    /// <param name="report">The report.</param>
    /// <param name="write">What writes it: <c>Write</c> of its generated context.</param>
    public static JsonNode Write<TReport>(TReport report, Action<IBufferWriter<byte>, TReport> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output, report);
        var (_, findings, error) = Reports.Read(output.WrittenSpan.ToArray());

        Assert.Null(error);
        Assert.Empty(findings);
        return JsonNode.Parse(output.WrittenSpan)!;
    }

    /// <summary>The response to a user who presses a button.</summary>
    /// <param name="router">The report's controls.</param>
    /// <param name="nodeId">The whole id of the button's node.</param>
    /// <param name="control">The control's id.</param>
    /// <param name="service">What the handler asks the host for.</param>
    public static async Task<JsonNode> PressAsync<TService>(
        ControlRouter router, string nodeId, string control, TService service)
        where TService : class
    {
        using var services = new ServiceCollection().AddSingleton(service).BuildServiceProvider();
        var response = await router.HandleAsync(
            new(nodeId, control, "app", []), services, TestContext.Current.CancellationToken);

        return Body(response);
    }

    /// <summary>What an answer says.</summary>
    public static JsonNode Body(ControlResponse response)
    {
        var output = new ArrayBufferWriter<byte>();
        response.WriteTo(output);
        return JsonNode.Parse(output.WrittenSpan)!;
    }

    /// <summary>Fails unless both say the same, in whatever order.</summary>
    public static void AssertSame(string expected, JsonNode? actual)
    {
        if (!JsonNode.DeepEquals(JsonNode.Parse(expected), actual))
            Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), actual?.ToJsonString());
    }
}
