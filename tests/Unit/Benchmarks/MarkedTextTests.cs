using VolumeCount.Tests.Benchmarks.Results;

namespace VolumeCount.Tests.Unit.Benchmarks;

public sealed class MarkedTextTests
{
    [Fact]
    public void Place_WhenReplacedTwice_HoldsTheSecondContentAlone()
    {
        const string document = "before\n<!-- load -->\nold\n<!-- /load -->\nafter\n";

        var replaced = MarkedText.Replace(MarkedText.Replace(document, "load", "first\n"), "load", "second\n");

        Assert.Equal("before\n<!-- load -->\n\nsecond\n\n<!-- /load -->\nafter\n", replaced);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("<!-- load -->\n and no end")]
    [InlineData("<!-- /load --> and then <!-- load -->\n")]
    public void Document_WithoutThePlace_IsRefused(string document)
    {
        Assert.Throws<InvalidDataException>(() => MarkedText.Replace(document, "load", "text"));
    }
}
