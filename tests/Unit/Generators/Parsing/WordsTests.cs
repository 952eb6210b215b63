using VolumeCount.Generators.Parsing;

namespace VolumeCount.Tests.Unit.Generators.Parsing;

public sealed class WordsTests
{
    [Theory]
    [InlineData("VolumeCount", "volume_count", "Volume Count")]
    [InlineData("Image", "image", "Image")]
    [InlineData("image", "image", "image")]
    [InlineData("IPAddress", "ip_address", "IP Address")]
    [InlineData("ContainerID", "container_id", "Container ID")]
    [InlineData("Layer2Count", "layer2_count", "Layer2 Count")]
    [InlineData("Volume_Count", "volume_count", "Volume Count")]
    [InlineData("_volume__count_", "volume_count", "volume count")]
    [InlineData("ÜberGröße", "über_größe", "Über Größe")]
    [InlineData("_", "_", "_")]
    public void Name_IsTakenApart(string name, string id, string label)
    {
        Assert.Equal(id, Words.ToSnakeCase(name));
        Assert.Equal(label, Words.ToLabel(name));
    }
}
