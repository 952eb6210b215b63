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
            container, container with { Mounts = container.Mounts.SetItem(1, container.Mounts[1] with { IsWritable = false }) });
    }
}
