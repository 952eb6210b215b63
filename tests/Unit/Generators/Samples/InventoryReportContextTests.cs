using System.Text.Json;
using System.Text.Json.Nodes;

namespace VolumeCount.Tests.Unit.Generators.Samples;

public sealed class InventoryReportContextTests
{
    [Theory]
    [InlineData(long.MinValue, ulong.MinValue, "-9223372036854775808", "0")]
    [InlineData(long.MaxValue, ulong.MaxValue, "9223372036854775807", "18446744073709551615")]
    public void Integers_OfAnySize_AreWrittenWhole(long size, ulong inode, string sizeText, string inodeText)
    {
        var latest = Latest(new() { Id = "a", Size = size, Inode = inode, Cpus = byte.MaxValue });

        Assert.Equal(sizeText, Value(latest, "größe <b>"));
        Assert.Equal(inodeText, Value(latest, "inode"));
        Assert.Equal("255", Value(latest, "cpus"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"\\\0\u001F\r\n")]
    [InlineData("</script>🐳\u2028")]
    public void Text_OfAnyKind_IsWrittenAsItIs(string image)
    {
        Assert.Equal(image, Value(Latest(new() { Id = "a", Image = image }), "image"));
    }

    [Fact]
    public void Value_OfNull_LeavesItsKeyOut()
    {
        var latest = Latest(new() { Id = "a", Cpus = 1 });

        Assert.Equal(["cpus"], latest.Select(static value => value.Key));
    }

    [Fact]
    public void Values_OfNullAlone_LeaveLatestOut()
    {
        Assert.Equal("""{"a;<container>":{}}""", Nodes(new InventoryNode { Id = "a" }).ToJsonString(Relaxed));
    }

    [Fact]
    public void Nodes_OfNullOrWithoutId_AreLeftOut()
    {
        var nodes = Nodes(null, new InventoryNode(), new InventoryNode { Id = "" }, new InventoryNode { Id = "a" });

        Assert.Equal(["a;<container>"], nodes.Select(static node => node.Key));
    }

    [Fact]
    public void Collection_OfNull_IsEmpty()
    {
        Assert.Empty(Write(new() { Containers = null })["Container"]!["nodes"]!.AsObject());
    }

    [Fact]
    public void Ids_OfTwoNodes_AreNotCompared()
    {
        var json = JsonSerializer.Serialize(
            new() { Containers = [new() { Id = "a" }, new() { Id = "a" }] },
            InventoryReportContext.Default.InventoryReport);

        Assert.Contains("""{"a;<container>":{},"a;<container>":{}}""", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Templates_HaveDefaultsFromThePropertyNames()
    {
        var templates = Write(new() { Containers = [] })["Container"]!["metadata_templates"]!;

        Assert.Equal("Image", templates["image"]!["label"]!.GetValue<string>());
        Assert.Equal("Size", templates["größe <b>"]!["label"]!.GetValue<string>());
    }

    private static JsonSerializerOptions Relaxed => InventoryReportContext.Default.Options;

    private static JsonObject Latest(InventoryNode node) => Nodes(node).Single().Value!["latest"]!.AsObject();

    private static string Value(JsonObject latest, string key) => latest[key]!["value"]!.GetValue<string>();

    private static JsonObject Nodes(params InventoryNode?[] nodes) =>
        Write(new() { Containers = nodes })["Container"]!["nodes"]!.AsObject();

    private static JsonNode Write(InventoryReport report) =>
        JsonSerializer.SerializeToNode(report, InventoryReportContext.Default.InventoryReport)!;
}
