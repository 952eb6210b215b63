namespace VolumeCount.Tests.Unit.Generators.Harness;

public sealed class JsonDifferenceTests
{
    [Fact]
    public void Difference_HasAllLinesThatOnlyOneOfTheTwoHas()
    {
        string[] expected = ["{", "  a", "  b", "  c", "}"];
        string[] actual = ["{", "  x", "  a", "  c", "  d", "}"];

        Assert.Equal("+   x\n-   b\n+   d", JsonDifference.Of(expected, actual));
    }

    [Fact]
    public void Json_OfTheSameLinesInAnotherForm_IsNotTheSame()
    {
        JsonDifference.AssertNone("""{"a":1}""", """{"a":1}""");
        Assert.ThrowsAny<Exception>(() => JsonDifference.AssertNone("""{"a":1}""", """{"a": 1}"""));
        Assert.ThrowsAny<Exception>(() => JsonDifference.AssertNone("""{"a":1}""", """{"a":2}"""));
    }
}
