using VolumeCount.Inventory;
using VolumeCount.Report;

namespace VolumeCount.Tests.Unit.Report;

public sealed class MountDescriptionTests
{
    private const string GeneratedName = "3f9c1a7be2103f9c1a7be2103f9c1a7be2103f9c1a7be2103f9c1a7be2103f9c";

    [Theory]
    [InlineData("volume", "data", "local", true, "data (volume)")]
    [InlineData("volume", "data", "local", false, "data (volume, ro)")]
    [InlineData("volume", "data", "nfs", true, "data (volume, nfs)")]
    [InlineData("volume", "data", "nfs", false, "data (volume, nfs, ro)")]
    [InlineData("volume", "data", null, true, "data (volume)")]
    [InlineData("volume", GeneratedName, "local", true, "3f9c1a7be210… (anonymous volume)")]
    [InlineData("volume", GeneratedName, "nfs", false, "3f9c1a7be210… (anonymous volume, nfs, ro)")]
    [InlineData("volume", GeneratedName + "0", "local", true, GeneratedName + "0 (volume)")]
    [InlineData("bind", "/srv/www", null, true, "/srv/www (bind)")]
    [InlineData("bind", "/srv/www", null, false, "/srv/www (bind, ro)")]
    [InlineData("tmpfs", null, null, true, "tmpfs")]
    [InlineData("tmpfs", "", null, false, "tmpfs (ro)")]
    [InlineData("npipe", @"\\.\pipe\docker_engine", null, true, @"\\.\pipe\docker_engine (npipe)")]
    [InlineData("image", GeneratedName, null, false, "3f9c1a7be210… (image, ro)")]
    [InlineData("", "/srv", null, true, "/srv (mount)")]
    [InlineData("", null, null, true, "mount")]
    public void Description_BeginsWithTheSourceAndSaysWhatIsNotUsual(
        string type, string? source, string? driver, bool isWritable, string expected) =>
        Assert.Equal(expected, MountDescription.Of(new Mount("/somewhere", type, source, driver, isWritable)));
}
