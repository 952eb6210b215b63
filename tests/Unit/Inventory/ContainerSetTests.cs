using System.Collections.Immutable;
using VolumeCount.Inventory;

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
        Assert.False(_set.AnyWanted);
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
    [InlineData("Changed")]
    [InlineData("Seen")]
    public void Event_OnAContainerThatWeLack_AsksForIt(string kindName)
    {
        _set.Apply(new ContainerEvent(Enum.Parse<ContainerEventKind>(kindName), "a"));

        var fetch = _set.Begin(all: false);

        Assert.False(fetch.IsOfAll);
        Assert.Equal(["a"], fetch.Ids);
        Assert.False(_set.AnyWanted);
    }

    [Theory]
    [InlineData("Changed", true)]
    [InlineData("Seen", false)]
    public void Event_OnAContainerThatWeKnow_AsksForItWhereItMayHaveChanged(string kindName, bool isWanted)
    {
        List(Some(1, "a"));

        Assert.False(_set.Apply(new ContainerEvent(Enum.Parse<ContainerEventKind>(kindName), "a")));

        Assert.Equal(isWanted, _set.AnyWanted);
        Assert.Single(_set.ToImmutableArray());
    }

    [Fact]
    public void Removal_OfAContainerThatWeKnow_DropsItAtOnce()
    {
        List(Some(1, "a").AddRange(Some(1, "ab")));

        Assert.True(_set.Apply(new ContainerEvent(ContainerEventKind.Removed, "a")));

        Assert.Equal("ab", Assert.Single(_set.ToImmutableArray()).Id);
    }

    [Fact]
    public void Removal_OfAContainerThatWeNeverSaw_ChangesNothing() => Assert.False(_set.Apply(new ContainerEvent(ContainerEventKind.Removed, "a")));

    [Fact]
    public void Removal_OfAContainerToAskFor_AsksNoMore()
    {
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));
        _set.Apply(new ContainerEvent(ContainerEventKind.Removed, "a"));

        Assert.False(_set.AnyWanted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Removal_WhileTheListIsOnItsWay_KeepsTheContainerOut(bool all)
    {
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));
        var fetch = _set.Begin(all);
        _set.Apply(new ContainerEvent(ContainerEventKind.Removed, "a"));

        _set.Complete(fetch, Some(1, "a"));

        Assert.Empty(_set.ToImmutableArray());
        Assert.False(_set.AnyWanted);
    }

    [Fact]
    public void Creation_WhileTheListIsOnItsWay_AsksForItNext()
    {
        var fetch = _set.Begin(all: true);
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));

        _set.Complete(fetch, []);

        Assert.Equal(["a"], _set.Begin(all: false).Ids);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Creation_ThatTheListHasWithoutItsVolumes_AsksForItNext(bool all)
    {
        _set.Apply(new ContainerEvent(ContainerEventKind.Seen, "a"));
        var fetch = _set.Begin(all);
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));

        _set.Complete(fetch, Some(1, "a"));

        Assert.Single(_set.ToImmutableArray());
        Assert.Equal(["a"], _set.Begin(all: false).Ids);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Removal_AndCreationOfTheSameIdWhileTheListIsOnItsWay_AsksForTheNewOne(bool all)
    {
        List(Some(1, "a"));
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));
        var fetch = _set.Begin(all);
        _set.Apply(new ContainerEvent(ContainerEventKind.Removed, "a"));
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));

        _set.Complete(fetch, Some(1, "a"));

        Assert.Empty(_set.ToImmutableArray());
        Assert.Equal(["a"], _set.Begin(all: false).Ids);
    }

    [Fact]
    public void Removal_BeforeTheListWasAskedFor_IsForgotten()
    {
        _set.Apply(new ContainerEvent(ContainerEventKind.Removed, "a"));

        List(Some(1, "a"));

        Assert.Single(_set.ToImmutableArray());
    }

    [Fact]
    public void Answer_WithoutAContainerThatWasAskedFor_MeansThatItIsGone()
    {
        List(Some(1, "a").AddRange(Some(1, "b")));
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "c"));

        _set.Complete(_set.Begin(all: false), []);

        Assert.Equal("b", Assert.Single(_set.ToImmutableArray()).Id);
    }

    [Fact]
    public void Abandon_OfAListOfAll_AsksAgainForWhatIsThereStill()
    {
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "b"));
        var fetch = _set.Begin(all: true);
        _set.Apply(new ContainerEvent(ContainerEventKind.Removed, "a"));

        _set.Abandon(fetch);

        Assert.Equal(["b"], _set.Begin(all: false).Ids);
    }

    [Fact]
    public void Abandon_OfAListOfSome_AsksForAll()
    {
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));

        _set.Abandon(_set.Begin(all: false));

        Assert.True(_set.Begin(all: false).IsOfAll);
        Assert.False(_set.AnyWanted);
    }

    [Fact]
    public void Abandon_OfAListForMoreThanCanBeNamed_AsksForAll()
    {
        Create(ContainerSet.MaxIdsToFetch + 1);

        _set.Abandon(_set.Begin(all: false));

        Assert.True(_set.AnyWanted);
        Assert.True(_set.Begin(all: false).IsOfAll);
    }

    [Fact]
    public void Burst_OfCreations_IsAskedForInAHandfulOfCalls()
    {
        Create(ContainerSet.MaxIdsToFetch);

        var calls = 0;
        for (; _set.AnyWanted; calls++)
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
        Create(ContainerSet.MaxIdsToFetch + 1);

        var fetch = _set.Begin(all: false);

        Assert.True(fetch.IsOfAll);
        Assert.Empty(fetch.Ids);
        Assert.False(_set.AnyWanted);
        Assert.False(_set.Complete(fetch, Some(1)).Any);
    }

    [Fact]
    public void Burst_OfVeryManyCreationsDuringAList_IsAskedForWithOneListOfAll()
    {
        var fetch = _set.Begin(all: true);
        Create(ContainerSet.MaxIdsToFetch + 1);

        Assert.False(_set.Complete(fetch, Some(3)).Any);

        Assert.True(_set.Begin(all: false).IsOfAll);
    }

    [Fact]
    public void Burst_OfVeryManyRemovalsDuringAList_LetsNothingInThatMayBeGone()
    {
        List(Some(1, "known"));
        var fetch = _set.Begin(all: true);
        Destroy(ContainerSet.MaxRemovalsInAFetch + 1);

        _set.Complete(fetch, Some(1, "known").AddRange(Some(1, "7")));

        Assert.Equal("known", Assert.Single(_set.ToImmutableArray()).Id);
        Assert.True(_set.Begin(all: false).IsOfAll);
    }

    [Fact]
    public void Burst_OfVeryManyRemovalsDuringAListThatIsAbandoned_AsksForAll()
    {
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));
        var fetch = _set.Begin(all: true);
        Destroy(ContainerSet.MaxRemovalsInAFetch + 1);

        _set.Abandon(fetch);

        Assert.True(_set.AnyWanted);
        Assert.True(_set.Begin(all: false).IsOfAll);
    }

    [Theory]
    [InlineData("a.c")]
    [InlineData("[")]
    [InlineData("web-1")]
    public void Id_ThatAFilterMightTakeForAnother_IsAskedForWithAListOfAll(string id)
    {
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, id));

        Assert.True(_set.Begin(all: false).IsOfAll);
    }

    [Fact]
    public void Corrections_OfAList_CountWhatNobodyHadTold()
    {
        List([new Container("same", []), new Container("other", []), new Container("gone", [])]);
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "told"));
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "same"));
        var fetch = _set.Begin(all: true);
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "told since"));

        var corrections = _set.Complete(
            fetch,
            [
                new Container("same", Containers.Mounts(1)), new Container("other", Containers.Mounts(1)), new Container("told", []),
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

    private void Create(int count)
    {
        foreach (var container in Some(count))
            _set.Apply(new ContainerEvent(ContainerEventKind.Changed, container.Id));
    }

    private void Destroy(int count)
    {
        for (var i = 0; i < count; i++)
            _set.Apply(new ContainerEvent(ContainerEventKind.Removed, $"{i}"));
    }

    private Corrections List(ImmutableArray<Container> containers) => _set.Complete(_set.Begin(all: true), containers);
}
