using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FsCheck.Xunit;

namespace VolumeCount.Tests.Unit.Writing;

public sealed class ReportWriterSetsTests
{
    [Fact]
    public void Sets_WithoutAnything_AreLeftOut()
    {
        Assert.Equal("", Written.Members(static (ref writer) =>
        {
            writer.Set<string[]>("a"u8, null);
            writer.Set("b"u8, Array.Empty<string>());
            writer.Set("c"u8, default(ImmutableArray<string>));
            writer.Set("d"u8, new List<string?> { null });
            writer.NodeIds("e"u8, new List<string?> { null, "", "a;b" }, "<"u8, ">"u8);
            writer.NodeId("f"u8, "", "<"u8, ">"u8);
            writer.NodeId("g"u8, null, "<"u8, ">"u8);
            writer.NodeId("h"u8, "a;b", "<"u8, ">"u8);
        }));
    }

    [Fact]
    public void NodeIds_WithoutAnEnd_MayHoldSemicolons()
    {
        Assert.Equal(
            """
            "a":["#x;1","#y;2"],"b":["#z;3"]
            """,
            Written.Members(static (ref writer) =>
            {
                writer.NodeIds("a"u8, new List<string> { "x;1", "y;2" }, "#"u8, ""u8);
                writer.NodeId("b"u8, "z;3", "#"u8, ""u8);
            }));
    }

    [Fact]
    public void Set_KeepsTheEmptyString()
    {
        Assert.Equal(
            "\"a\":[\"\",\"b\"]", Written.Members(static (ref writer) => writer.Set("a"u8, new List<string> { "b", "" })));
    }

    [Fact]
    public void NodeIds_HaveTheFormOfTheTopology()
    {
        Assert.Equal(
            """
            "a":["#x;<t>","#y;<t>"],"b":["#\"z\";<t>"]
            """,
            Written.Members(static (ref writer) =>
            {
                writer.NodeIds("a"u8, new List<string> { "y", "x", "y" }, "#"u8, ";<t>"u8);
                writer.NodeId("b"u8, "\"z\"", "#"u8, ";<t>"u8);
            }));
    }

    // By their ids alone, the first would be the shorter one.
    [Fact]
    public void NodeIds_AreSortedWithTheirTags()
    {
        Assert.Equal(
            """
            "a":["a!;<t>","a;<t>"]
            """,
            Written.Members(static (ref writer) => writer.NodeIds("a"u8, new List<string> { "a", "a!" }, ""u8, ";<t>"u8)));
    }

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 200)]
    public void Set_OfAnyTexts_HasEachOnceInTheOrderOfUtf8(string[] texts)
    {
        var json = JsonNode.Parse("{" + Written.Members((ref writer) => writer.Set("a"u8, texts)) + "}")!;
        var written = json["a"]?.AsArray().Select(static text => text!.GetValue<string>()) ?? [];

        Assert.Equal(
            texts.Select(HostileText.Whole)
                .Distinct()
                .OrderBy(
                    static text => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text)), StringComparer.Ordinal),
            written);
    }

    // The collection is read before the memory is taken that both use.
    [Fact]
    public void Set_WhoseElementsWriteASetThemselves_IsWhole()
    {
        var elements = new List<string> { "b", "a" }.Select(static text =>
        {
            Written.Members(static (ref writer) => writer.Set("inner"u8, new List<string> { "x" }));
            return text;
        });

        Assert.Equal("\"a\":[\"a\",\"b\"]", Written.Members((ref writer) => writer.Set("a"u8, elements)));
    }
}
