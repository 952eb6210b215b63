using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Inventory;

public sealed class ContainerTests
{
    [Fact]
    public void Equals_WithEqualMountsInAnotherArray_IsTrue()
    {
        var container = Containers.Random(volumeCount: 3);
        var copy = container with { Mounts = [.. container.Mounts] };

        Assert.Equal(container, copy);
        Assert.Equal(container.GetHashCode(), copy.GetHashCode());
    }

    [Fact]
    public void Equals_WithAnotherMount_IsFalse()
    {
        var container = Containers.Random(volumeCount: 3);

        Assert.NotEqual(container, container with { Mounts = Containers.Mounts(2) });
        Assert.NotEqual(
            container,
            container with
            {
                Mounts = [container.Mounts[0], container.Mounts[1] with { IsWritable = false }, container.Mounts[2]],
            });
    }

    [Fact]
    public void Equals_WithAnotherName_IsFalse()
    {
        var container = Containers.Random() with { Name = "web" };

        Assert.NotEqual(container, container with { Name = "db" });
    }

    [Fact]
    public void Equals_WithAnotherDescription_IsFalse()
    {
        var container = Containers.Random() with { Description = Describe("running") };

        Assert.Equal(container, container with { Description = Describe("running") });
        Assert.NotEqual(container, container with { Description = Describe("exited") });
        Assert.NotEqual(container, container with { Description = null });

        static ContainerDescription Describe(string state) =>
            new() { State = state, Labels = [new ContainerLabel("a", "b")] };
    }
}
