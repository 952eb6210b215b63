using System.Collections.Immutable;
using VolumeCount.Inventory;
using VolumeCount.Inventory.Docker;

namespace VolumeCount.Tests.Unit.Inventory;

public sealed class ContainerSetTests
{
    private readonly ContainerSet _set = new();

    [Fact]
    public void List_OfAll_IsWhatIsKnown()
    {
        var containers = Some(3);

        List(containers);

        Assert.Equal(containers, _set.ToImmutableArray());
        Assert.Equal(0, _set.WantedCount);
    }

    [Fact]
    public void List_ThatChangesNothing_LeavesTheSameArray()
    {
        List(Some(3));
        var before = _set.ToImmutableArray();

        List([.. before.Select(container => container with { Mounts = [.. container.Mounts] })]);

        Assert.Equal(before, _set.ToImmutableArray());
    }

    [Theory]
    [InlineData("create")]
    [InlineData("rename")]
    [InlineData("start")]
    [InlineData("a word of next year")]
    public void Event_OnAContainerThatWeLack_AsksForIt(string action)
    {
        _set.Apply(new ContainerEvent(action, "a"));

        var fetch = _set.Begin(all: false);

        Assert.False(fetch.IsOfAll);
        Assert.Equal(["a"], fetch.Ids);
        Assert.Equal(0, _set.WantedCount);
    }

    [Theory]
    [InlineData("create", 1)]
    [InlineData("rename", 1)]
    [InlineData("start", 0)]
    [InlineData("die", 0)]
    [InlineData("exec_start: sh", 0)]
    [InlineData("a word of next year", 0)]
    public void Event_OnAContainerThatWeKnow_AsksForItWhereItMayHaveChanged(string action, int wanted)
    {
        List(Some(1, "a"));

        Assert.False(_set.Apply(new ContainerEvent(action, "a")));

        Assert.Equal(wanted, _set.WantedCount);
        Assert.Single(_set.ToImmutableArray());
    }

    [Theory]
    [InlineData("destroy")]
    [InlineData("remove")]
    public void Removal_OfAContainerThatWeKnow_DropsItAtOnce(string action)
    {
        List(Some(1, "a").AddRange(Some(1, "ab")));

        Assert.True(_set.Apply(new ContainerEvent(action, "a")));

        Assert.Equal("ab", Assert.Single(_set.ToImmutableArray()).Id);
    }

    [Fact]
    public void Removal_OfAContainerThatWeNeverSaw_ChangesNothing() => Assert.False(_set.Apply(new ContainerEvent("destroy", "a")));

    [Fact]
    public void Removal_OfAContainerToAskFor_AsksNoMore()
    {
        _set.Apply(new ContainerEvent("create", "a"));
        _set.Apply(new ContainerEvent("destroy", "a"));

        Assert.Equal(0, _set.WantedCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Removal_WhileTheListIsOnItsWay_KeepsTheContainerOut(bool all)
    {
        _set.Apply(new ContainerEvent("create", "a"));
        var fetch = _set.Begin(all);
        _set.Apply(new ContainerEvent("destroy", "a"));

        _set.Complete(fetch, Some(1, "a"));

        Assert.Empty(_set.ToImmutableArray());
        Assert.Equal(0, _set.WantedCount);
    }

    [Fact]
    public void Creation_WhileTheListIsOnItsWay_AsksForItNext()
    {
        var fetch = _set.Begin(all: true);
        _set.Apply(new ContainerEvent("create", "a"));

        _set.Complete(fetch, []);

        Assert.Equal(["a"], _set.Begin(all: false).Ids);
    }

    [Fact]
    public void Creation_ThatTheListHasAlready_AsksNoMore()
    {
        var fetch = _set.Begin(all: true);
        _set.Apply(new ContainerEvent("create", "a"));

        _set.Complete(fetch, Some(1, "a"));

        Assert.Equal(0, _set.WantedCount);
    }

    [Fact]
    public void Removal_BeforeTheListWasAskedFor_IsForgotten()
    {
        _set.Apply(new ContainerEvent("destroy", "a"));

        List(Some(1, "a"));

        Assert.Single(_set.ToImmutableArray());
    }

    [Fact]
    public void Answer_WithoutAContainerThatWasAskedFor_MeansThatItIsGone()
    {
        List(Some(1, "a").AddRange(Some(1, "b")));
        _set.Apply(new ContainerEvent("rename", "a"));
        _set.Apply(new ContainerEvent("create", "c"));

        _set.Complete(_set.Begin(all: false), []);

        Assert.Equal("b", Assert.Single(_set.ToImmutableArray()).Id);
    }

    [Fact]
    public void Abandon_AsksAgainForWhatIsThereStill()
    {
        _set.Apply(new ContainerEvent("create", "a"));
        _set.Apply(new ContainerEvent("create", "b"));
        var fetch = _set.Begin(all: false);
        _set.Apply(new ContainerEvent("destroy", "a"));

        _set.Abandon(fetch);

        Assert.Equal(["b"], _set.Begin(all: false).Ids);
    }

    [Fact]
    public void Burst_OfCreations_IsAskedForInAHandfulOfCalls()
    {
        foreach (var container in Some(ContainerSet.MaxIdsToFetch))
            _set.Apply(new ContainerEvent("create", container.Id));

        var calls = 0;
        for (; _set.WantedCount > 0; calls++)
        {
            var fetch = _set.Begin(all: false);
            Assert.False(fetch.IsOfAll);
            Assert.InRange(fetch.Ids.Length, 1, ContainerSet.MaxIdsPerFetch);
            _set.Complete(fetch, [.. fetch.Ids.Select(id => new Container(id, []))]);
        }

        Assert.Equal(5, calls);
        Assert.Equal(ContainerSet.MaxIdsToFetch, _set.ToImmutableArray().Length);
    }

    [Fact]
    public void Burst_OfVeryManyCreations_IsAskedForWithOneListOfAll()
    {
        foreach (var container in Some(ContainerSet.MaxIdsToFetch + 1))
            _set.Apply(new ContainerEvent("create", container.Id));

        Assert.True(_set.Begin(all: false).IsOfAll);
        Assert.Equal(0, _set.WantedCount);
    }

    [Theory]
    [InlineData("a.c")]
    [InlineData("[")]
    [InlineData("web-1")]
    public void Id_ThatAFilterMightTakeForAnother_IsAskedForWithAListOfAll(string id)
    {
        _set.Apply(new ContainerEvent("create", id));

        Assert.True(_set.Begin(all: false).IsOfAll);
    }

    [Fact]
    public void Corrections_OfAList_CountWhatNobodyHadTold()
    {
        List([new Container("same", []), new Container("other", []), new Container("gone", [])]);
        _set.Apply(new ContainerEvent("create", "told"));
        var fetch = _set.Begin(all: true);
        _set.Apply(new ContainerEvent("create", "told since"));

        var corrections = _set.Complete(
            fetch,
            [
                new Container("same", []), new Container("other", Containers.Mounts(1)), new Container("told", []),
                new Container("told since", []), new Container("missing", []), new Container("missing too", []),
            ]);

        Assert.Equal(new Corrections(Missing: 2, Stale: 1, Changed: 1), corrections);
        Assert.True(corrections.Any);
        Assert.Equal(6, _set.ToImmutableArray().Length);
    }

    [Fact]
    public void Corrections_OfAListThatChangesNothing_AreNone()
    {
        var containers = Some(3);
        List(containers);

        Assert.False(List(containers).Any);
    }

    private static ImmutableArray<Container> Some(int count, string? id = null) =>
        [.. Enumerable.Range(0, count).Select(_ => id is null ? Containers.Random() : Containers.Random() with { Id = id })];

    private Corrections List(ImmutableArray<Container> containers) => _set.Complete(_set.Begin(all: true), containers);
}
