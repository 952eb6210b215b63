using VolumeCount.Engines.Docker;

namespace VolumeCount.Tests.Unit.Engines.Docker;

public sealed class DockerAddressTests
{
    [Theory]
    [InlineData("unix:///var/run/docker.sock", "/var/run/docker.sock")]
    [InlineData("UNIX:///run/user/1000/docker.sock", "/run/user/1000/docker.sock")]
    [InlineData("unix:///with a space/docker.sock", "/with a space/docker.sock")]
    [InlineData("unix:///a%20b/docker.sock", "/a%20b/docker.sock")]
    [InlineData("unix:///a#b?c/docker.sock", "/a#b?c/docker.sock")]
    [InlineData(@"unix:///a\b/docker.sock", @"/a\b/docker.sock")]
    [InlineData("unix:///link/../docker.sock", "/link/../docker.sock")]
    [InlineData("unix:////double//docker.sock", "//double//docker.sock")]
    public void Parse_OfAUnixSocket_TakesThePathToTheLetter(string text, string path)
    {
        var address = DockerAddress.Parse(text);

        Assert.Equal((text, path), (address.Text, address.SocketPath));
    }

    [Theory]
    [InlineData("tcp://127.0.0.1:2376", "http://127.0.0.1:2376/")]
    [InlineData("tcp://[::1]:2375", "http://[::1]:2375/")]
    [InlineData("TCP://docker", "http://docker:2375/")]
    [InlineData("tcp://docker", "http://docker:2375/")]
    [InlineData("tcp://docker:80", "http://docker/")]
    [InlineData("tcp://docker/base", "http://docker:2375/base/")]
    [InlineData("http://docker.example:2375", "http://docker.example:2375/")]
    [InlineData("http://docker.example", "http://docker.example/")]
    public void Parse_OfATcpAddress_GivesWhereRequestsAreSent(string text, string expected)
    {
        var address = DockerAddress.Parse(text);

        Assert.Equal((text, null), (address.Text, address.SocketPath));
        Assert.Equal(new Uri(expected), address.BaseAddress);
    }

    [Theory]
    [InlineData("", "is not a URI")]
    [InlineData("docker.sock", "is not a URI")]
    [InlineData("tcp://", "does not name a host")]
    [InlineData("unix://docker.sock", "does not name the absolute path of a socket")]
    [InlineData("unix:///", "does not name the absolute path of a socket")]
    [InlineData("unix:///a\0b", "does not name the absolute path of a socket")]
    [InlineData("https://docker:2376", "needs TLS, which is not supported: use the engine's unix socket")]
    [InlineData(
        "ssh://root@docker", "needs SSH, which is not supported: forward the engine's socket with ssh -L, and name that")]
    [InlineData("npipe:////./pipe/docker_engine", "is a named pipe of Windows, which is not supported")]
    [InlineData("fd://", "has the scheme 'fd', which is not supported")]
    [InlineData("/var/run/docker.sock", "has the scheme 'file', which is not supported")]
    public void Parse_OfAnotherForm_HasWhatIsWrongAndWhatIsAccepted(string text, string reason)
    {
        var failure = Assert.Throws<FormatException>(() => DockerAddress.Parse(text));

        Assert.Equal($"{reason}. Use unix:///path/to/docker.sock, tcp://host:port or http://host:port", failure.Message);
    }
}
