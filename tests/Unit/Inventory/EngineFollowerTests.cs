using Microsoft.Extensions.Logging;
using VolumeCount.Inventory;
using VolumeCount.Logging;

namespace VolumeCount.Tests.Unit.Inventory;

/// <summary>How the inventory follows an engine through all that an engine can do, in virtual time.</summary>
public sealed class EngineFollowerTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private readonly VirtualInventory _inventory = new();

    private FakeEngine Engine => _inventory.Engine;

    [Fact]
    public void Start_WithContainers_KnowsThemAllAtOnce()
    {
        for (var i = 0; i < 5; i++)
            Engine.Create();

        _inventory.Start();

        Assert.True(_inventory.IsRight);
        Assert.Equal(new FakeEngineCalls(Versions: 1, Subscriptions: 1, Lists: 1, FilteredLists: 0), Engine.Calls);
    }

    [Fact]
    public void Start_WhileAContainerIsCreatedAndAnotherDestroyedDuringTheList_KnowsBoth()
    {
        var first = Engine.Create();
        Engine.Create();
        Engine.ListDelay = () => Second;
        _inventory.Start();
        Engine.Destroy(first.Id);
        Engine.Create();

        _inventory.Advance(3 * Second);

        Assert.True(_inventory.IsRight);
        Assert.Equal(2, _inventory.Count);
    }

    [Fact]
    public void Creation_IsKnownWithinATenthOfASecondForOneFilteredList()
    {
        _inventory.Start();

        var container = Engine.Create();
        _inventory.Advance(Second / 10);

        Assert.Equal([container], _inventory.Current.Containers);
        Assert.Equal((1, 1), (Engine.Calls.Lists, Engine.Calls.FilteredLists));
    }

    [Fact]
    public void Creation_ThatAListHasBeforeItsVolumesAreMade_IsKnownWithThem()
    {
        var id = Engine.BeginCreation();
        Engine.ListDelay = () => Second;
        _inventory.Start();
        Engine.EndCreation(id, mounts: 2);

        _inventory.Advance(3 * Second);

        Assert.True(_inventory.IsRight);
        Assert.Equal(2, Assert.Single(_inventory.Current.Containers).VolumeCount);
    }

    [Fact]
    public void Creation_OfTheSameIdAnew_IsKnownWithItsOwnMounts()
    {
        var id = Engine.Create(mounts: 3).Id;
        _inventory.Start();
        Engine.ListDelay = () => Second;
        Engine.Tell(ContainerEventKind.Changed, id);
        _inventory.Advance(Second / 2);
        Engine.Destroy(id);
        Engine.Create(mounts: 1, id: id);

        _inventory.Advance(3 * Second);

        Assert.True(_inventory.IsRight);
    }

    [Fact]
    public void Removal_IsKnownAtOnceWithoutACall()
    {
        var container = Engine.Create();
        Engine.Create();
        _inventory.Start();
        var calls = Engine.Calls;

        Engine.Destroy(container.Id);
        _inventory.Time.Settle();

        Assert.True(_inventory.IsRight);
        Assert.Equal(calls, Engine.Calls);
    }

    [Fact]
    public void Creation_ThatIsGoneWhenAskedFor_LeavesNothing()
    {
        _inventory.Start();

        var container = Engine.Create();
        _inventory.Time.Settle();
        Engine.Destroy(container.Id, silently: true);
        _inventory.Advance(Second);

        Assert.Empty(_inventory.Current.Containers);
    }

    [Fact]
    public void Events_TwiceOutOfOrderAndUnheardOf_LeaveWhatIsTrue()
    {
        var container = Engine.Create();
        _inventory.Start();

        Engine.Tell(ContainerEventKind.Changed, container.Id);
        Engine.Tell(ContainerEventKind.Changed, container.Id);
        Engine.Tell(ContainerEventKind.Removed, Containers.RandomId());
        Engine.Tell(ContainerEventKind.Seen, container.Id);
        Engine.Tell(ContainerEventKind.Seen, Containers.RandomId());
        var gone = Containers.RandomId();
        Engine.Tell(ContainerEventKind.Removed, gone);
        Engine.Tell(ContainerEventKind.Changed, gone);
        _inventory.Advance(Second);

        Assert.True(_inventory.IsRight);
    }

    [Fact]
    public void Containers_ThatShareAnIdPrefix_AreToldApart()
    {
        _inventory.Start();
        var prefix = new string('a', 60);
        foreach (var end in new[] { "", "0000", "0001", "00010" })
            Engine.Create(id: prefix + end);
        _inventory.Advance(2 * Second);
        Assert.True(_inventory.IsRight);

        Engine.Destroy(prefix + "0001");
        Engine.Destroy(prefix);
        _inventory.Time.Settle();

        Assert.True(_inventory.IsRight);
        Assert.Equal(2, _inventory.Count);
    }

    [Fact]
    public void Burst_OfAThousandCreationsInTenSeconds_CostsAHandfulOfCalls()
    {
        _inventory.Start();
        for (var i = 0; i < 1000; i++)
        {
            Engine.Create(mounts: 0);
            _inventory.Advance(10 * Instant);
        }

        _inventory.Advance(2 * Second);

        Assert.True(_inventory.IsRight);
        Assert.InRange(Engine.Calls.Lists + Engine.Calls.FilteredLists, 1, 30);
    }

    [Fact]
    public void Flood_OfTenThousandEventsAtOnce_CostsOneMoreList()
    {
        _inventory.Start();
        for (var i = 0; i < 10_000; i++)
            Engine.Create(mounts: 0);

        _inventory.Advance(2 * Second);

        Assert.True(_inventory.IsRight);
        Assert.Equal((2, 0), (Engine.Calls.Lists, Engine.Calls.FilteredLists));
    }

    [Fact]
    public void Rest_ForTenMinutes_CostsOneListAMinute()
    {
        Engine.Create();
        _inventory.Start();
        var containers = _inventory.Current.Containers;

        _inventory.Advance(TimeSpan.FromMinutes(10));

        Assert.InRange(Engine.Calls.Lists, 1 + 9, 1 + 11);
        Assert.Equal((1, 1, 0), (Engine.Calls.Versions, Engine.Calls.Subscriptions, Engine.Calls.FilteredLists));
        Assert.Equal(containers, _inventory.Current.Containers);
        Assert.Single(_inventory.Log.Lines, line => line.Level > LogLevel.Debug);
    }

    [Fact]
    public void Reconciliation_AfterMissedEvents_RepairsAndSaysWhat()
    {
        var changed = Engine.Create(3);
        var stale = Engine.Create();
        _inventory.Start();
        Engine.Create(silently: true);
        Engine.Create(silently: true);
        Engine.Destroy(stale.Id, silently: true);
        Engine.Change(changed.Id);

        _inventory.Advance(1.1 * VirtualInventory.Options.ReconcileInterval);

        Assert.True(_inventory.IsRight);
        Assert.Equal(
            (LogLevel.Information, LogEvents.Reconciled,
                "A full list has repaired the counts: 2 containers were missing, 1 were gone, 1 had other mounts"),
            Assert.Single(_inventory.Log.Lines, line => line.EventId == LogEvents.Reconciled));
    }

    [Fact]
    public void Reconciliation_BroughtForwardByAListOfAllForAnotherReason_SaysWhatItRepairedAndIsNotDueSoon()
    {
        var stale = Engine.Create();
        _inventory.Start();
        _inventory.Advance(50 * Second);
        Engine.Destroy(stale.Id, silently: true);
        for (var i = 0; i <= ContainerSet.MaxIdsBeforeListOfAll; i++)
            Engine.Create(mounts: 0);

        _inventory.Advance(52 * Second);

        Assert.Equal((2, 0), (Engine.Calls.Lists, Engine.Calls.FilteredLists));
        Assert.Equal(
            "A full list has repaired the counts: 0 containers were missing, 1 were gone, 0 had other mounts",
            Assert.Single(_inventory.Log.Lines, line => line.EventId == LogEvents.Reconciled).Message);
    }

    [Fact]
    public void Time_WhileTheStreamIsUp_IsNow()
    {
        _inventory.Start();
        _inventory.Advance(TimeSpan.FromSeconds(42));

        Assert.Equal(_inventory.Time.Provider.GetUtcNow(), _inventory.Current.Time);
    }

    [Fact]
    public void Engine_ThatGoesAway_LeavesTheLastCountsForTheWindowAndThenNone()
    {
        Engine.Create();
        _inventory.Start();
        _inventory.Advance(7 * Second);
        var lost = _inventory.Time.Provider.GetUtcNow();
        Engine.Fault = _ => throw FakeEngine.Refusal;
        Engine.CutStreams();

        _inventory.Advance(15 * Second - (20 * Instant));
        Assert.Equal(lost, _inventory.Current.Time);
        Assert.Equal(1, _inventory.Count);

        _inventory.Advance(20 * Instant);
        Assert.Same(InventorySnapshot.Unknown, _inventory.Current);
    }

    [Fact]
    public void Engine_ThatWasNeverThere_IsAskedLessAndLess()
    {
        Engine.Fault = _ => throw FakeEngine.Refusal;
        _inventory.Start();

        _inventory.Advance(TimeSpan.FromMinutes(10));

        // A few at first, then one each 2.5 to 5 seconds.
        Assert.InRange(Engine.Calls.Subscriptions, 120, 260);
        Assert.InRange(Engine.Calls.Lists, 120, 260);
        Assert.Equal(0, Engine.Calls.Versions);
        Assert.Same(InventorySnapshot.Unknown, _inventory.Current);
    }

    [Fact]
    public void Engine_ThatComesBack_IsRightWithNothingStale()
    {
        var gone = Engine.Create();
        Engine.Create();
        _inventory.Start();
        Engine.Fault = _ => throw FakeEngine.Refusal;
        Engine.CutStreams();
        Engine.Destroy(gone.Id);
        Engine.Create();
        _inventory.Advance(TimeSpan.FromMinutes(1));

        Engine.Fault = null;
        _inventory.Advance(EngineFollower.MaxRetryDelay);

        Assert.True(_inventory.IsRight);
        Assert.Equal(_inventory.Time.Provider.GetUtcNow(), _inventory.Current.Time);
    }

    [Fact]
    public void Stream_ThatIsCutForAMoment_IsThereAgainWithinASecond()
    {
        Engine.Create();
        _inventory.Start();
        Engine.CutStreams();
        Engine.Create();

        _inventory.Advance(Second);

        Assert.True(_inventory.IsRight);
        Assert.Equal(1, Engine.Streams);
    }

    [Fact]
    public void Stream_ThatEndsTimeAndAgain_DoesNotMakeUsAskWithoutEnd()
    {
        _inventory.Start();
        for (var i = 0; i < 6000; i++)
        {
            Engine.CutStreams();
            _inventory.Advance(10 * Instant);
        }

        Assert.InRange(Engine.Calls.Subscriptions, 10, 60);
        Assert.InRange(Engine.Calls.Lists, 10, 60);
        Assert.Equal(1, Engine.Calls.Versions);
    }

    [Fact]
    public void Engine_ThatAnswersEverythingAfterTenSeconds_IsRightInTheEnd()
    {
        Engine.Create();
        Engine.Fault = Engine.AnswersAfter(10 * Second);
        _inventory.Start();

        _inventory.Advance(10 * Second);
        Assert.Same(InventorySnapshot.Unknown, _inventory.Current);
        _inventory.Advance(Second);
        Assert.True(_inventory.IsRight);

        Engine.Create();
        _inventory.Advance(16 * Second);
        Assert.True(_inventory.IsRight);
    }

    [Fact]
    public void Engine_ThatBeginsToAnswerEverythingAfterTenSeconds_KeepsTheCountsCurrentMeanwhile()
    {
        var known = Engine.Create();
        _inventory.Start();
        Engine.Fault = Engine.AnswersAfter(10 * Second);
        Engine.Create();

        for (var i = 0; i < 15; i++)
        {
            _inventory.Advance(Second);
            Assert.Equal([known], _inventory.Current.Containers);
            Assert.Equal(_inventory.Time.Provider.GetUtcNow(), _inventory.Current.Time);
        }

        _inventory.Advance(2 * Second);
        Assert.True(_inventory.IsRight);
        Assert.Equal((1, 2), (Engine.Calls.Subscriptions, Engine.Calls.Lists));
        Assert.InRange(Engine.Calls.FilteredLists, 1, 4);
        Assert.Equal(
            [LogEvents.EngineConnected, LogEvents.ListFails, LogEvents.ListWorksAgain],
            _inventory.Log.Lines.Where(line => line.Level > LogLevel.Debug).Select(line => line.EventId));
    }

    [Fact]
    public void Engine_ThatNeverAnswers_LeavesTheLastCountsUntilTheStreamIsGivenUpAndTheWindowIsOver()
    {
        Engine.Create();
        _inventory.Start();
        Engine.Fault = Engine.AnswersAfter(Timeout.InfiniteTimeSpan);

        // Not before a list of all is due and has not come.
        _inventory.Advance(80 * Second);
        Assert.Equal(1, _inventory.Count);
        _inventory.Advance(40 * Second);
        Assert.Same(InventorySnapshot.Unknown, _inventory.Current);

        Engine.Fault = null;
        _inventory.Advance(36 * Second);
        Assert.True(_inventory.IsRight);
    }

    [Fact]
    public void Lists_ThatMakeNoSense_LeaveWhatTheEventsTell()
    {
        var first = Engine.Create();
        Engine.Create();
        _inventory.Start();
        Engine.ListFault = _ => throw FakeEngine.Nonsense;

        Engine.Destroy(first.Id);
        Engine.Create();
        _inventory.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, _inventory.Count);
        Assert.Equal(_inventory.Time.Provider.GetUtcNow(), _inventory.Current.Time);
        Assert.InRange(Engine.Calls.Lists, 60, 140);
        Assert.InRange(Engine.Calls.FilteredLists, 60, 140);

        Engine.ListFault = null;
        _inventory.Advance(7 * Second);
        Assert.True(_inventory.IsRight);
        Assert.Equal(
            [LogEvents.EngineConnected, LogEvents.ListFails, LogEvents.ListWorksAgain],
            _inventory.Log.Lines.Where(line => line.Level > LogLevel.Debug).Select(line => line.EventId));
    }

    [Fact]
    public void Engine_ThatAnswersNothingThoughItsStreamIsUp_CountsAsGoneAfterAsLongAsAListMayTake()
    {
        Engine.Create();
        _inventory.Start();
        Engine.ListFault = Engine.VersionFault = _ => throw FakeEngine.Refusal;
        Engine.Create();

        _inventory.Advance(24 * Second);
        Assert.Equal(1, _inventory.Count);
        Assert.Equal(_inventory.Time.Provider.GetUtcNow(), _inventory.Current.Time);
        Assert.DoesNotContain(_inventory.Log.Lines, line => line.EventId == LogEvents.EngineUnavailable);

        _inventory.Advance(7 * Second);
        Assert.Single(_inventory.Log.Lines, line => line.EventId == LogEvents.EngineUnavailable);
        _inventory.Advance(15 * Second);
        Assert.Same(InventorySnapshot.Unknown, _inventory.Current);

        Engine.ListFault = Engine.VersionFault = null;
        _inventory.Advance(EngineFollower.MaxRetryDelay);
        Assert.True(_inventory.IsRight);
        Assert.Equal(1, Engine.Calls.Subscriptions);
    }

    [Fact]
    public void ListOfAll_ThatHangsAfterTheStart_KeepsWhatIsKnownAndHasNewContainersByListsOfSome()
    {
        Engine.Create();
        _inventory.Start();
        Engine.ListOfAllFault = Engine.AnswersAfter(Timeout.InfiniteTimeSpan);

        for (var minute = 0; minute < 10; minute++)
        {
            var added = Engine.Create();
            _inventory.Advance(3 * Second);
            Assert.True(_inventory.IsRight);
            if (minute % 2 == 0)
                Engine.Destroy(added.Id);
            _inventory.Advance(57 * Second);
            Assert.True(_inventory.IsRight);
            Assert.Equal(_inventory.Time.Provider.GetUtcNow(), _inventory.Current.Time);
        }

        Assert.Equal([LogEvents.EngineConnected, LogEvents.ListFails], LoggedEvents());
        Engine.Destroy(Engine.Truth.First().Id, silently: true);
        Engine.ListOfAllFault = null;
        _inventory.Advance(36 * Second);
        Assert.True(_inventory.IsRight);
        Assert.Equal(
            [LogEvents.EngineConnected, LogEvents.ListFails, LogEvents.ListWorksAgain, LogEvents.Reconciled],
            LoggedEvents());
        Assert.Equal(1, Engine.Calls.Subscriptions);
    }

    [Fact]
    public void ListOfAll_ThatHangsDuringABurstThatNeedsOne_HasTheNewContainersByListsOfSome()
    {
        _inventory.Start();
        Engine.ListOfAllFault = Engine.AnswersAfter(Timeout.InfiniteTimeSpan);
        for (var i = 0; i < 3 * ContainerSet.MaxIdsBeforeListOfAll; i++)
            Engine.Create(mounts: 1);

        _inventory.Advance(EngineFollower.LateList + (5 * Second));

        Assert.True(_inventory.IsRight);
    }

    [Fact]
    public void ListOfAll_ThatIsOlderThanAListOfSome_TakesNothingBack()
    {
        Engine.Create();
        _inventory.Start();
        _inventory.Advance(53 * Second);
        var isHeld = true;
        Engine.ListDelay = () => isHeld ? 20 * Second : TimeSpan.Zero;
        _inventory.Advance(14 * Second);
        isHeld = false;
        var added = Engine.Create();
        _inventory.Advance(Second);
        Assert.Contains(added, _inventory.Current.Containers);

        _inventory.Advance(20 * Second);

        Assert.True(_inventory.IsRight);
        Assert.Equal((2, 1), (Engine.Calls.Lists, Engine.Calls.FilteredLists));
    }

    [Fact]
    public void Subscription_ThatIsAnsweredWithTheFirstEvent_KeepsNoCountWaiting()
    {
        Engine.Create();
        Engine.EventsFault = Engine.AnswersAfter(Timeout.InfiniteTimeSpan);

        _inventory.Start();
        _inventory.Advance(InventoryState.StreamGrace);
        Assert.True(_inventory.IsRight);

        Engine.Create();
        _inventory.Advance(2 * VirtualInventory.Options.PollInterval);
        Assert.True(_inventory.IsRight);
        Assert.Equal(
            "Docker emits no events: it has not answered the subscription yet. The containers are listed every 5 s until "
                + "it does",
            Assert.Single(_inventory.Log.Lines, line => line.EventId == LogEvents.Polling).Message);

        Engine.EventsFault = null;
        _inventory.Advance(36 * Second);
        Engine.Create();
        _inventory.Advance(Second / 10);
        Assert.True(_inventory.IsRight);
        Assert.Equal(1, Engine.Calls.Versions);
    }

    [Fact]
    public void Stream_ThatEndsAtOnceEachTime_IsMadeUpForByPolling()
    {
        Engine.Create();
        Engine.EndsStreamsAtOnce = true;
        _inventory.Start();
        Assert.True(_inventory.IsRight);

        for (var round = 0; round < 20; round++)
        {
            var gone = Engine.Create();
            _inventory.Advance(2 * VirtualInventory.Options.PollInterval);
            Assert.True(_inventory.IsRight);
            Assert.Equal(_inventory.Time.Provider.GetUtcNow(), _inventory.Current.Time);
            Engine.Destroy(gone.Id);
            _inventory.Advance(2 * VirtualInventory.Options.PollInterval);
            Assert.True(_inventory.IsRight);
        }

        // 400 s: a list each 5 s, and a few while the stream was not yet known to be of no use.
        Assert.InRange(Engine.Calls.Lists, 78, 88);
        Assert.InRange(Engine.Calls.Subscriptions, 80, 180);
        Assert.Equal((1, 0), (Engine.Calls.Versions, Engine.Calls.FilteredLists));
        Assert.Equal([LogEvents.EngineConnected, LogEvents.Polling], LoggedEvents());
    }

    [Fact]
    public void Stream_ThatNoLongerEndsAtOnce_IsUsedAgain()
    {
        Engine.EndsStreamsAtOnce = true;
        _inventory.Start();
        _inventory.Advance(TimeSpan.FromMinutes(1));

        Engine.EndsStreamsAtOnce = false;
        _inventory.Advance(
            EngineFollower.MaxRetryDelay + InventoryState.ShortStream + (2 * VirtualInventory.Options.PollInterval));
        var lists = Engine.Calls.Lists;
        Engine.Create();
        _inventory.Advance(Second / 10);
        Assert.True(_inventory.IsRight);
        _inventory.Advance(30 * Second);

        Assert.Equal((lists, 1), (Engine.Calls.Lists, Engine.Calls.FilteredLists));
        Assert.Equal([LogEvents.EngineConnected, LogEvents.Polling, LogEvents.EventsAgain], LoggedEvents());
    }

    [Fact]
    public void Engine_WithoutEvents_IsPolled()
    {
        using var inventory = new VirtualInventory(hasNoEvents: true);
        inventory.Engine.Create();
        inventory.Start();
        inventory.Advance(InventoryState.StreamGrace);
        Assert.True(inventory.IsRight);

        for (var round = 0; round < 12; round++)
        {
            inventory.Engine.Create();
            inventory.Advance(VirtualInventory.Options.PollInterval + Instant);
            Assert.True(inventory.IsRight);
        }

        Assert.Equal((1, 0, 13, 0), (
            inventory.Engine.Calls.Versions, inventory.Engine.Calls.Subscriptions, inventory.Engine.Calls.Lists,
            inventory.Engine.Calls.FilteredLists));
        Assert.Contains(inventory.Log.Lines, line => line.Message ==
            "Docker emits no events: it does not offer them. The containers are listed every 5 s until it does");

        var asked = inventory.Engine.ListTimes[^1];
        inventory.Engine.Fault = _ => throw FakeEngine.Refusal;
        inventory.Advance(VirtualInventory.Options.PollInterval);
        Assert.Equal(asked, inventory.Current.Time);
        inventory.Advance(VirtualInventory.Options.Window);
        Assert.Same(InventorySnapshot.Unknown, inventory.Current);

        inventory.Engine.Fault = null;
        inventory.Advance(EngineFollower.MaxRetryDelay);
        Assert.True(inventory.IsRight);
    }

    [Fact]
    public void Stream_ThatIsRefusedWhileListsAreAnswered_LeavesTheCountsCurrent()
    {
        Engine.Create();
        _inventory.Start();
        Engine.EventsFault = _ => throw FakeEngine.Nonsense;
        Engine.CutStreams();

        for (var round = 0; round < 10; round++)
        {
            Engine.Create();
            _inventory.Advance(VirtualInventory.Options.PollInterval + Second);
            Assert.True(_inventory.IsRight);
        }

        Assert.DoesNotContain(_inventory.Log.Lines, line => line.EventId == LogEvents.EngineUnavailable);
    }

    [Fact]
    public void Event_ThatCannotBeRead_MakesAListOfAllDue()
    {
        _inventory.Start();
        Engine.Create(silently: true);
        Engine.Tell(ContainerEventKind.Unreadable, "");

        _inventory.Advance(2 * Second);

        Assert.True(_inventory.IsRight);
        Assert.Equal((1, 2), (Engine.Calls.Subscriptions, Engine.Calls.Lists));
        Assert.DoesNotContain(_inventory.Log.Lines, line => line.EventId == LogEvents.Reconciled);
    }

    [Fact]
    public void Container_ThatCannotBeRead_IsLoggedOnceUntilItIsGone()
    {
        Engine.Create();
        Engine.Unreadable = [new UnreadableContainer("web", "it has no id")];
        _inventory.Start();
        _inventory.Advance(TimeSpan.FromMinutes(10));

        Assert.True(_inventory.IsRight);
        Assert.Equal(
            (
                LogLevel.Warning,
                LogEvents.UnreadableContainer,
                "Docker lists container web in a form that is not valid: it has no id. It is left out"),
            Assert.Single(_inventory.Log.Lines, line => line.EventId == LogEvents.UnreadableContainer));

        Engine.Unreadable = [];
        _inventory.Advance(TimeSpan.FromMinutes(2));
        Engine.Unreadable = [new UnreadableContainer("web", "it has no id")];
        _inventory.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, _inventory.Log.Lines.Count(line => line.EventId == LogEvents.UnreadableContainer));
    }

    [Fact]
    public void ListsOfSome_ThatFail_AreMadeUpForByAListOfAll()
    {
        _inventory.Start();
        Engine.FilteredListFault = _ => throw FakeEngine.Nonsense;

        Engine.Create();
        _inventory.Advance(Second);

        Assert.True(_inventory.IsRight);
        Assert.Equal((2, 1), (Engine.Calls.Lists, Engine.Calls.FilteredLists));
    }

    [Fact]
    public void Lists_ThatMakeNoSense_AreNotSaidToWorkAgainBeforeOneDoes()
    {
        _inventory.Start();
        Engine.ListFault = _ => throw FakeEngine.Nonsense;
        var container = Engine.Create();
        _inventory.Advance(Second);

        Engine.Destroy(container.Id);
        _inventory.Advance(10 * Second);

        Assert.True(_inventory.IsRight);
        Assert.DoesNotContain(_inventory.Log.Lines, line => line.EventId == LogEvents.ListWorksAgain);
    }

    [Fact]
    public void Lists_ThatMakeNoSenseFromTheBeginning_LeaveTheReportWithoutNodes()
    {
        Engine.Create();
        Engine.ListFault = _ => throw FakeEngine.Nonsense;
        _inventory.Start();
        _inventory.Advance(30 * Second);
        Assert.Same(InventorySnapshot.Unknown, _inventory.Current);

        Engine.ListFault = null;
        _inventory.Advance(EngineFollower.MaxRetryDelay);
        Assert.True(_inventory.IsRight);
    }

    [Fact]
    public void Engine_ThatDoesNotTellItsVersion_IsFollowedAllTheSame()
    {
        Engine.Create();
        Engine.VersionFault = _ => throw FakeEngine.Nonsense;

        _inventory.Start();

        Assert.True(_inventory.IsRight);
        Assert.Contains(_inventory.Log.Lines, line => line.Message.StartsWith(
            "Connected to an engine that does not report its version (API unknown) at tcp://engine:2375",
            StringComparison.Ordinal));
    }

    [Fact]
    public void Engine_ThatNeverTellsItsVersion_DoesNotKeepTheCountsWaiting()
    {
        Engine.Create();
        Engine.VersionFault = Engine.AnswersAfter(Timeout.InfiniteTimeSpan);

        _inventory.Start();
        Assert.True(_inventory.IsRight);
        Assert.DoesNotContain(_inventory.Log.Lines, line => line.EventId == LogEvents.EngineConnected);

        _inventory.Advance(EngineFollower.RequestTimeout);
        Assert.Single(_inventory.Log.Lines, line => line.EventId == LogEvents.EngineConnected);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Clock_ThatJumpsByAnHour_NeitherStallsNorSpins(int hours)
    {
        Engine.Create();
        _inventory.Start();
        _inventory.Time.Provider.Jump(TimeSpan.FromHours(hours));

        Engine.Create();
        _inventory.Advance(Second);
        Assert.True(_inventory.IsRight);
        Assert.Equal(_inventory.Time.Provider.GetUtcNow(), _inventory.Current.Time);

        _inventory.Advance(TimeSpan.FromMinutes(5));
        Assert.InRange(Engine.Calls.Lists, 1 + 4, 1 + 6);
    }

    [Fact]
    public void Log_OfEachStateChange_IsOneLine()
    {
        _inventory.Start();
        for (var round = 0; round < 2; round++)
        {
            Engine.Fault = _ => throw new EngineUnavailableException("it ended the event stream");
            Engine.CutStreams();
            _inventory.Advance(TimeSpan.FromMinutes(1));
            Engine.Fault = null;
            _inventory.Advance(EngineFollower.MaxRetryDelay);
        }

        var connected = (LogLevel.Information, LogEvents.EngineConnected,
            "Connected to Fake Engine 1.2.3 (API 1.44) at tcp://engine:2375/; containers known: 0");
        var unavailable = (LogLevel.Warning, LogEvents.EngineUnavailable,
            "Docker is not available at tcp://engine:2375/: it ended the event stream. " +
            "The plugin stays registered, with the last counts for 15 s, and keeps trying");
        var leftOut = (LogLevel.Warning, LogEvents.CountsLeftOut,
            "The container engine has been unavailable for 15 s: the report has no containers until it is back");
        Assert.Equal(
            [connected, unavailable, leftOut, connected, unavailable, leftOut, connected],
            _inventory.Log.Lines.Where(line => line.Level > LogLevel.Debug));
    }

    [Fact]
    public void Log_OfAnEngineThatWasNeverThere_IsOneLineWithTheReason()
    {
        Engine.Fault = _ => throw FakeEngine.Refusal;
        _inventory.Start();
        _inventory.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(
            (LogLevel.Warning, LogEvents.EngineUnavailable,
                "Docker is not available at tcp://engine:2375/: it is away. The plugin stays registered, without counts, "
                    + "and keeps trying"),
            Assert.Single(_inventory.Log.Lines, line => line.Level > LogLevel.Debug));
    }

    [Fact]
    public void Log_OfEachReasonSinceTheLastConnection_IsOneLine()
    {
        Say("the socket does not exist");
        _inventory.Start();
        _inventory.Advance(30 * Second);
        Say("permission denied");
        _inventory.Advance(30 * Second);
        Say("the socket does not exist");
        _inventory.Advance(30 * Second);
        Engine.Fault = null;
        _inventory.Advance(EngineFollower.MaxRetryDelay);
        Say("permission denied");
        Engine.CutStreams();
        _inventory.Advance(10 * Second);

        Assert.Equal(
            [
                "Docker is not available at tcp://engine:2375/: the socket does not exist. " +
                "The plugin stays registered, without counts, and keeps trying",
                "Docker is not available at tcp://engine:2375/, now for another reason: permission denied. The plugin "
                    + "keeps trying",
                "Connected to Fake Engine 1.2.3 (API 1.44) at tcp://engine:2375/; containers known: 0",
                "Docker is not available at tcp://engine:2375/: permission denied. " +
                "The plugin stays registered, with the last counts for 15 s, and keeps trying",
            ],
            _inventory.Log.Lines.Where(line => line.Level > LogLevel.Debug).Select(line => line.Message));

        void Say(string reason) => Engine.Fault = _ => throw new EngineUnavailableException(reason);
    }

    [Fact]
    public void Log_OfAnEngineWithAnotherReasonEachTime_EndsSoon()
    {
        var attempts = 0;
        Engine.Fault = _ => throw new EngineUnavailableException($"reason {attempts++}");
        _inventory.Start();
        _inventory.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(InventoryState.MaxReasons, _inventory.Log.Lines.Count(line => line.Level > LogLevel.Debug));
    }

    [Fact]
    public void Engine_ThatMakesThePluginFail_IsFollowedAgainAndTheFaultIsLogged()
    {
        Engine.Create();
        _inventory.Start();
        Engine.Fault = _ => throw new InvalidOperationException("a fault");
        Engine.CutStreams();
        Engine.Create();
        _inventory.Advance(10 * Second);
        Assert.Single(_inventory.Log.Lines, line => line is (LogLevel.Error, LogEvents.FollowingFailed, _));

        Engine.Fault = null;
        _inventory.Advance(EngineFollower.MaxRetryDelay + Second);

        Assert.True(_inventory.IsRight);
    }

    public void Dispose() => _inventory.Dispose();

    private IEnumerable<int> LoggedEvents() =>
        _inventory.Log.Lines.Where(line => line.Level > LogLevel.Debug).Select(line => line.EventId);
}
