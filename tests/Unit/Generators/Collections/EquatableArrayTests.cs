extern alias Generators;

using Generators::VolumeCount.Generators.Collections;

namespace VolumeCount.Tests.Unit.Generators.Collections;

public sealed class EquatableArrayTests
{
    [Fact]
    public void Arrays_OfEqualItems_AreEqual()
    {
        var one = Array("a", "b");
        var other = Array("a", "b");

        Assert.True(one.Equals(other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b", "a")]
    [InlineData("a", "b", "c")]
    public void Arrays_OfOtherItems_AreNotEqual(params string[] items)
    {
        Assert.False(Array("a", "b").Equals(Array(items)));
    }

    [Fact]
    public void Default_IsEmpty()
    {
        Assert.Empty(default(EquatableArray<string>));
        Assert.True(default(EquatableArray<string>).Equals(Array()));
    }

    private static EquatableArray<string> Array(params string[] items) => items.ToEquatableArray();
}
