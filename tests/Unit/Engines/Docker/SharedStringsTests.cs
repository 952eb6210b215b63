using VolumeCount.Engines.Docker;

namespace VolumeCount.Tests.Unit.Engines.Docker;

public sealed class SharedStringsTests
{
    [Fact]
    public void Share_OfAnEqualString_IsTheFirstOne()
    {
        var shared = new SharedStrings();
        var first = new string('v', 6);

        Assert.Same(first, shared.Share(first));
        Assert.Same(first, shared.Share(new string('v', 6)));
    }

    [Fact]
    public void Share_BeyondItsCapacity_RemembersNothingMore()
    {
        var shared = new SharedStrings();
        for (var i = 0; i < SharedStrings.Capacity; i++)
            shared.Share($"driver-{i}");
        shared.Share(new string('z', 3));
        var another = new string('z', 3);

        Assert.Same(another, shared.Share(another));
    }

    [Theory]
    [InlineData(SharedStrings.MaxLength, true)]
    [InlineData(SharedStrings.MaxLength + 1, false)]
    public void Share_OfALongText_DoesNotRememberIt(int length, bool isRemembered)
    {
        var shared = new SharedStrings();
        var first = new string('v', length);
        shared.Share(first);

        Assert.Equal(isRemembered, ReferenceEquals(first, shared.Share(new string('v', length))));
    }
}
