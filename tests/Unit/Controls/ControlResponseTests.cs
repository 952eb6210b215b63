using System.Buffers;
using System.Text.Json.Nodes;
using VolumeCount.Scope.Controls;

namespace VolumeCount.Tests.Unit.Controls;

public sealed class ControlResponseTests
{
    [Fact]
    public void Empty_IsAnObjectWithoutMembers() => Assert.Equal("{}", Answers.Body(ControlResponse.Empty));

    [Theory]
    [InlineData("it is busy")]
    [InlineData("\"},{\"\\\r\n\0")]
    [InlineData("größer als 🐳")]
    public void Error_WithAnyText_SaysItToScope(string message)
    {
        var response = ControlResponse.Error(message);

        Assert.Equal(message, Answers.Error(response));
        Assert.Single(JsonNode.Parse(Answers.Body(response))!.AsObject());
    }

    // Not a theory: an attribute cannot hold half of a surrogate pair.
    [Fact]
    public void Error_WithALoneSurrogate_HasAReplacementForIt()
    {
        Assert.Equal("a\uFFFD", Answers.Error(ControlResponse.Error("a\uD83D")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Error_WithoutAText_IsRefused(string message)
    {
        // Scope takes an empty error for none.
        Assert.Throws<ArgumentException>(() => ControlResponse.Error(message));
    }

    [Fact]
    public void Shortcut_HoldsTheReport()
    {
        var response = ControlResponse.Shortcut(
            "{\"Plugins\":[]}"u8.ToArray(), static (output, report) => output.Write(report));

        Assert.Equal("""{"shortcutReport":{"Plugins":[]}}""", Answers.Body(response));
    }
}
