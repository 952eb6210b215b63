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

        var request = _set.BeginSome()!;

        Assert.False(request.IsOfAll);
        Assert.Equal(["a"], request.Ids);
        _set.Complete(request, Some(1, "a"));
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
    public void Removal_OfAContainerThatWeNeverSaw_ChangesNothing() =>
        Assert.False(_set.Apply(new ContainerEvent(ContainerEventKind.Removed, "a")));

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
        var request = all ? _set.BeginAll() : _set.BeginSome()!;
        _set.Apply(new ContainerEvent(ContainerEventKind.Removed, "a"));

        _set.Complete(request, Some(1, "a"));

        Assert.Empty(_set.ToImmutableArray());
        Assert.False(_set.AnyWanted);
    }

    [Fact]
    public void Creation_WhileTheListIsOnItsWay_AsksForItNext()
    {
        var request = _set.BeginAll();
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));

        _set.Complete(request, []);

        Assert.Equal(["a"], _set.BeginSome()!.Ids);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Creation_ThatTheListHasWithoutItsVolumes_AsksForItNext(bool all)
    {
        _set.Apply(new ContainerEvent(ContainerEventKind.Seen, "a"));
        var request = all ? _set.BeginAll() : _set.BeginSome()!;
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));

        _set.Complete(request, Some(1, "a"));

        Assert.Single(_set.ToImmutableArray());
        Assert.Equal(["a"], _set.BeginSome()!.Ids);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Removal_AndCreationOfTheSameIdWhileTheListIsOnItsWay_AsksForTheNewOne(bool all)
    {
        List(Some(1, "a"));
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));
        var request = all ? _set.BeginAll() : _set.BeginSome()!;
        _set.Apply(new ContainerEvent(ContainerEventKind.Removed, "a"));
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));

        _set.Complete(request, Some(1, "a"));

        Assert.Empty(_set.ToImmutableArray());
        Assert.Equal(["a"], _set.BeginSome()!.Ids);
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

        _set.Complete(_set.BeginSome()!, []);

        Assert.Equal("b", Assert.Single(_set.ToImmutableArray()).Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Abandon_OfAList_AsksAgainForWhatStillExists(bool all)
    {
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "b"));
        var request = all ? _set.BeginAll() : _set.BeginSome()!;
        _set.Apply(new ContainerEvent(ContainerEventKind.Removed, "a"));

        _set.Abandon(request);

        Assert.Equal(["b"], _set.BeginSome()!.Ids);
    }

    [Fact]
    public void BeginSome_WhileAListOfAllIsOnItsWay_LeavesToItWhatItWillHave()
    {
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "before"));
        _set.BeginAll();
        Assert.Null(_set.BeginSome());

        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "since"));

        Assert.Equal(["since"], _set.BeginSome()!.Ids);
        Assert.Equal(["before", "since"], _set.BeginSome(includesCovered: true)!.Ids.Order());
    }

    [Fact]
    public void ListOfAll_ThatIsOvertakenByAListOfSome_LeavesWhatThatHad()
    {
        List(Some(1, "changed"));
        var all = _set.BeginAll();
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "new"));
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "changed"));
        var (added, changed) = (new Container("new", Containers.Mounts(2)), new Container("changed", Containers.Mounts(50)));
        _set.Complete(_set.BeginSome()!, [added, changed]);

        var corrections = _set.Complete(all, [new Container("changed", Containers.Mounts(1))]);

        Assert.Equal([added, changed], _set.ToImmutableArray().OrderByDescending(container => container.Id));
        Assert.False(corrections.Any);
        Assert.False(_set.AnyWanted);
    }

    [Fact]
    public void ListOfSome_ThatIsOlderThanAListOfAll_ChangesNothing()
    {
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));
        var some = _set.BeginSome()!;
        var all = _set.BeginAll();
        var newer = new Container("a", Containers.Mounts(2));
        _set.Complete(all, [newer]);

        _set.Complete(some, [new Container("a", [])]);

        Assert.Equal([newer], _set.ToImmutableArray());
    }

    [Fact]
    public void ListOfSome_ThatIsOlderThanAListOfAllAndHasNotWhatThatHad_RemovesNothing()
    {
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "a"));
        var some = _set.BeginSome()!;
        _set.Complete(_set.BeginAll(), Some(1, "a"));

        _set.Complete(some, []);

        Assert.Single(_set.ToImmutableArray());
    }

    [Fact]
    public void Burst_OfCreations_IsAskedForInAHandfulOfCalls()
    {
        Create(ContainerSet.MaxIdsBeforeListOfAll);
        Assert.False(_set.NeedsListOfAll);

        var calls = 0;
        for (; _set.BeginSome() is { } request; calls++)
        {
            Assert.False(request.IsOfAll);
            Assert.InRange(request.Ids.Length, 1, ContainerSet.MaxIdsPerRequest);
            _set.Complete(request, [.. request.Ids.Select(id => new Container(id, []))]);
        }

        Assert.Equal(5, calls);
        Assert.Equal(ContainerSet.MaxIdsBeforeListOfAll, _set.ToImmutableArray().Length);
    }

    [Theory]
    [InlineData(ContainerSet.MaxIdsBeforeListOfAll + 1)]
    [InlineData(ContainerSet.MaxWanted + 1)]
    public void Burst_OfVeryManyCreations_NeedsOneListOfAll(int count)
    {
        Create(count);
        Assert.True(_set.NeedsListOfAll);

        var corrections = List(Some(1));

        Assert.False(_set.AnyWanted);
        Assert.False(_set.NeedsListOfAll);
        Assert.Equal(count > ContainerSet.MaxWanted, !corrections.Any);
    }

    [Fact]
    public void Burst_OfVeryManyCreationsDuringAList_NeedsOneMoreListOfAll()
    {
        var request = _set.BeginAll();
        Create(ContainerSet.MaxWanted + 1);

        Assert.False(_set.Complete(request, Some(3)).Any);

        Assert.True(_set.NeedsListOfAll);
        List([]);
        Assert.False(_set.AnyWanted);
    }

    [Fact]
    public void Burst_OfVeryManyRemovalsDuringAList_LetsNothingInThatMayBeGone()
    {
        List(Some(1, "known"));
        var request = _set.BeginAll();
        Destroy(ListRequest.MaxRemovals + 1);

        _set.Complete(request, Some(1, "known").AddRange(Some(1, "7")));

        Assert.Equal("known", Assert.Single(_set.ToImmutableArray()).Id);
        Assert.True(_set.NeedsListOfAll);
    }

    [Fact]
    public void Corrections_OfAList_CountWhatNobodyHadTold()
    {
        List([new Container("same", []), new Container("other", []), new Container("gone", [])]);
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "told"));
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "same"));
        var request = _set.BeginAll();
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, "told since"));

        var corrections = _set.Complete(
            request,
            [
                new Container("same", Containers.Mounts(1)), new Container("other", Containers.Mounts(1)),
                new Container("told", []),
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

    private Corrections List(ImmutableArray<Container> containers) => _set.Complete(_set.BeginAll(), containers);
}
