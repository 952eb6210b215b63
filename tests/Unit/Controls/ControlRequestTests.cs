using VolumeCount.Scope.Controls;

namespace VolumeCount.Tests.Unit.Controls;

public sealed class ControlRequestTests
{
    [Theory]
    [InlineData("alpha;<host>", "alpha")]
    [InlineData("8f3a;<container>", "8f3a")]
    [InlineData("a;b;<pod>", "a;b")]
    [InlineData("alpha;4242", "alpha;4242")]
    [InlineData(";10.0.0.1;80", ";10.0.0.1;80")]
    [InlineData("#docker_peer_alpha", "docker_peer_alpha")]
    [InlineData("#ae:7c:ad;1", "ae:7c:ad;1")]
    [InlineData("#alpha;<host>", "#alpha")]
    [InlineData("", "")]
    public void NodeName_IsTheIdWithoutItsTag(string id, string name)
    {
        Assert.Equal(name, new ControlRequest(id, "reboot", "app", []).NodeName);
    }
}
