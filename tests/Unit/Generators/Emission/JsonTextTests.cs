extern alias Generators;

using System.Text.Json;
using Bogus;
using Generators::VolumeCount.Generators.Emission;

namespace VolumeCount.Tests.Unit.Generators.Emission;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("# Volumes", "\"# Volumes\"")]
    [InlineData("<a href='b'>&amp;</a>", "\"<a href='b'>&amp;</a>\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("a\n\0", "\"a\\u000A\\u0000\"")]
    [InlineData("\u0085\u2028\u2029\u202E", "\"\\u0085\\u2028\\u2029\\u202E\"")]
    [InlineData("ü🐳", "\"ü🐳\"")]
    public void String_OfAnyText_IsReadableJson(string text, string expected)
    {
        Assert.Equal(expected, JsonText.String(text));
    }

    // Not a theory: an attribute cannot hold half of a surrogate pair.
    [Fact]
    public void String_WithLoneSurrogates_HasReplacementsForThem()
    {
        Assert.Equal("\"a\\uFFFD\"", JsonText.String("a\uD83D"));
        Assert.Equal("\"\\uFFFD\\uFFFDa\"", JsonText.String("\uDC33\uD83Da"));
    }

    [Fact]
    public void String_OfRandomText_ReadsBackAsItWas()
    {
        var text = new Faker().Random.Utf16String(1000, 1000);

        Assert.Equal(text, JsonSerializer.Deserialize<string>(JsonText.String(text)));
    }

    [Fact]
    public void Object_WithMissingValues_LeavesThemOut()
    {
        Assert.Equal("{\"a\":1,\"c\":[]}", JsonText.Object(("a", "1"), ("b", null), ("c", JsonText.Array())));
    }

    [Fact]
    public void OptionalString_WhenEmpty_IsNull()
    {
        Assert.Null(JsonText.OptionalString(""));
        Assert.Equal("\"a\"", JsonText.OptionalString("a"));
    }
}
