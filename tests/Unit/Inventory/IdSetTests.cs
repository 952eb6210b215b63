using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Inventory;

public sealed class IdSetTests
{
    private readonly IdSet _set = new(capacity: 2);

    [Fact]
    public void Add_UpToTheCapacity_RemembersEach()
    {
        _set.Add("a");
        _set.Add("b");
        _set.Add("b");

        Assert.Equal(["a", "b"], _set.Ids.Order());
        Assert.True(_set.Contains("a"));
        Assert.False(_set.Contains("c"));
        Assert.False(_set.IsOfAll);
    }

    [Fact]
    public void Add_BeyondTheCapacity_MakesItTheSetOfAll()
    {
        foreach (var id in new[] { "a", "b", "c", "d" })
            _set.Add(id);
        _set.Remove("a");

        Assert.True(_set.IsOfAll);
        Assert.True(_set.Any);
        Assert.True(_set.Contains("a"));
        Assert.Empty(_set.Ids);
    }

    [Fact]
    public void Remove_OfTheLastOne_LeavesNone()
    {
        _set.Add("a");
        _set.Remove("a");

        Assert.False(_set.Any);
    }

    [Fact]
    public void Clear_OfTheSetOfAll_LeavesNone()
    {
        _set.AddAll();
        _set.Clear();
        _set.Add("a");

        Assert.Equal(["a"], _set.Ids);
        Assert.False(_set.Contains("b"));
    }
}
