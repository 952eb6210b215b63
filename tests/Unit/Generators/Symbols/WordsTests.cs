extern alias Generators;

using Generators::VolumeCount.Generators.Symbols;

namespace VolumeCount.Tests.Unit.Generators.Symbols;

public sealed class WordsTests
{
    [Theory]
    [InlineData("VolumeCount", "volume_count", "Volume Count")]
    [InlineData("Image", "image", "Image")]
    [InlineData("image", "image", "image")]
    [InlineData("IPAddress", "ip_address", "IP Address")]
    [InlineData("ContainerID", "container_id", "Container ID")]
    [InlineData("IPs", "ips", "IPs")]
    [InlineData("URLs", "urls", "URLs")]
    [InlineData("APIs", "apis", "APIs")]
    [InlineData("ContainerIDs", "container_ids", "Container IDs")]
    [InlineData("IDsOfHosts", "ids_of_hosts", "IDs Of Hosts")]
    [InlineData("IPv4Address", "ipv4_address", "IPv4 Address")]
    [InlineData("HostIPv6", "host_ipv6", "Host IPv6")]
    [InlineData("DNSIsUp", "dns_is_up", "DNS Is Up")]
    [InlineData("IPSum", "ip_sum", "IP Sum")]
    [InlineData("IPVersion4", "ip_version4", "IP Version4")]
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
