using VolumeCount.Commands;

namespace VolumeCount.Tests.Unit.Commands;

public sealed class DockerHostTests
{
    [Theory]
    [InlineData(DockerHost.Default)]
    [InlineData("unix:///run/user/1000/docker.sock")]
    [InlineData("unix:///with a space/docker.sock")]
    [InlineData("tcp://127.0.0.1:2375")]
    [InlineData("tcp://[::1]:2375")]
    [InlineData("http://docker.example:2375")]
    [InlineData("TCP://docker")]
    public void Parse_OfAnAcceptedForm_GivesTheUri(string text) =>
        Assert.Equal(new Uri(text), DockerHost.Parse(text));

    [Theory]
    [InlineData("", "is not a URI")]
    [InlineData("docker.sock", "is not a URI")]
    [InlineData("tcp://", "does not name a host")]
    [InlineData("unix://docker.sock", "does not name the absolute path of a socket")]
    [InlineData("unix:///", "does not name the absolute path of a socket")]
    [InlineData("https://docker:2376", "has the scheme 'https', which is not supported")]
    [InlineData("ssh://root@docker", "has the scheme 'ssh', which is not supported")]
    [InlineData("fd://", "has the scheme 'fd', which is not supported")]
    [InlineData("/var/run/docker.sock", "has the scheme 'file', which is not supported")]
    public void Parse_OfAnotherForm_SaysWhatIsWrongAndWhatIsAccepted(string text, string reason)
    {
        var failure = Assert.Throws<FormatException>(() => DockerHost.Parse(text));

        Assert.Equal($"{reason}. Use unix:///path/to/docker.sock, tcp://host:port or http://host:port", failure.Message);
    }
}
