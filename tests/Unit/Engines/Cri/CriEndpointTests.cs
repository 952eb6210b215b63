using VolumeCount.Engines.Cri;

namespace VolumeCount.Tests.Unit.Engines.Cri;

public sealed class CriEndpointTests
{
    [Theory]
    [InlineData("unix:///run/containerd/containerd.sock", "/run/containerd/containerd.sock")]
    [InlineData("/run/crio/crio.sock", "/run/crio/crio.sock")]
    [InlineData("unix:///run/a%20b?c#d.sock", "/run/a%20b?c#d.sock")]
    public void Parse_OfASocket_ReturnsItsPath(string text, string path)
    {
        Assert.Equal(path, CriEndpoint.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("unix://")]
    [InlineData("unix://relative.sock")]
    [InlineData("containerd.sock")]
    [InlineData("tcp://127.0.0.1:1234")]
    [InlineData("npipe:////./pipe/containerd-containerd")]
    public void Parse_OfAnythingElse_SaysWhatToWrite(string text)
    {
        var failure = Assert.Throws<FormatException>(() => CriEndpoint.Parse(text));

        Assert.Contains("unix:///run/containerd/containerd.sock", failure.Message, StringComparison.Ordinal);
    }
}
