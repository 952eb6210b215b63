using System.Buffers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Scope.Controls;

namespace VolumeCount.Tests.Unit.Generators.Samples;

/// <summary>The generated way from a control to its handler.</summary>
public sealed class EverythingControlsTests
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.UnixEpoch))
        .BuildServiceProvider();

    [Fact]
    public void Controls_OfTheReport_AreAllThere()
    {
        Assert.Equal(["can_do_it", "can_undo"], EverythingReportContext.Controls.Controls.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Handler_GetsTheRequestTheServicesAndTheToken()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var answer = await Answer("can_do_it", stop.Token);

        Assert.Contains("alpha at ", answer, StringComparison.Ordinal);
        Assert.Contains("1970", answer, StringComparison.Ordinal);
        Assert.Contains("True", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_ThatAnswersNothing_AnswersAnEmptyObject()
    {
        Assert.Equal("{}", await Answer("can_undo", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Control_ThatTheReportDoesNotHave_IsAnError()
    {
        Assert.Contains(
            "no control", await Answer("CAN_UNDO", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_WhoseServiceIsMissing_Throws()
    {
        await using var none = new ServiceCollection().BuildServiceProvider();

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await EverythingReportContext.Controls.HandleAsync(
                Request("can_do_it"), none, TestContext.Current.CancellationToken));
    }

    private static async Task<string> Answer(string control, CancellationToken cancellationToken)
    {
        var response = await EverythingReportContext.Controls.HandleAsync(Request(control), Services, cancellationToken);
        var output = new ArrayBufferWriter<byte>();
        response.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static ControlRequest Request(string control) => new(
        "alpha;<host>", control, "app", System.Collections.Immutable.ImmutableDictionary<string, string>.Empty);
}
