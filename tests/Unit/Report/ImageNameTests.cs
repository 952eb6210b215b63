using VolumeCount.Report;

namespace VolumeCount.Tests.Unit.Report;

public sealed class ImageNameTests
{
    [Theory]
    [InlineData("busybox", "busybox", null)]
    [InlineData("busybox:1.36", "busybox", "1.36")]
    [InlineData("docker.io/library/nginx:1.27-alpine", "docker.io/library/nginx", "1.27-alpine")]
    [InlineData("registry:5000/shop/orders", "registry:5000/shop/orders", null)]
    [InlineData("registry:5000/shop/orders:2", "registry:5000/shop/orders", "2")]
    [InlineData("quay.io/a/b@sha256:0f", "quay.io/a/b", null)]
    [InlineData("quay.io/a/b:3@sha256:0f", "quay.io/a/b", "3")]
    [InlineData("", "", null)]
    public void Parse_SplitsNameAndTag(string reference, string name, string? tag)
    {
        Assert.Equal(new ImageName(name, tag), ImageName.Parse(reference));
    }
}
