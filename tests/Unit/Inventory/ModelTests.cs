using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Inventory;

/// <summary>
/// Drives an engine, its faults and the inventory at random through thousands of steps, in virtual time. When an engine is well
/// again and all that it has said has arrived, the inventory has exactly what the engine has.
/// </summary>
public sealed class ModelTests
{
    private const int Steps = 2000;

    /// <summary>Set it to the seed of a run that failed, to repeat that run.</summary>
    private static readonly int? OnlySeed =
        int.TryParse(Environment.GetEnvironmentVariable("VOLUME_COUNT_MODEL_SEED"), out var seed) ? seed : null;

    public static TheoryData<int> Seeds => OnlySeed is { } only ? [only] : [1, 2, 3, 4, Random.Shared.Next()];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Snapshot_AfterAnythingThatAnEngineCanDo_IsWhatTheEngineHas(int seed)
    {
        var step = 0;
        var history = new Queue<string>();
        try
        {
            using var inventory = new VirtualInventory(seed);
            var model = new Model(inventory, new Random(seed));
            inventory.Start();
            for (; step < Steps; step++)
            {
                history.Enqueue(model.Step());
                if (history.Count > 30)
                    history.Dequeue();
            }
        }
        catch (Exception e)
        {
            Assert.Fail($"Seed {seed}, step {step}: {e.Message}\nThe last steps: {string.Join("; ", history)}\n{e}");
        }
    }

    private sealed class Model(VirtualInventory inventory, Random random)
    {
        private readonly HashSet<string> _everThere = new(StringComparer.Ordinal);
        private readonly List<string> _begun = [];
        private bool _hasMissedEvents;

        private FakeEngine Engine => inventory.Engine;

        private bool IsWell => Engine is { Fault: null, ListFault: null, FilteredListFault: null, VersionFault: null };

        public string Step()
        {
            var did = random.Next(100) switch
            {
                < 22 => Do("create", () => Create()),
                < 26 => Do("begin to create", () => _begun.Add(Engine.BeginCreation(NewId()))),
                < 30 => Do("end creations", EndCreations),
                < 47 => Do("destroy", () => Destroy()),
                < 50 => Do("create anew", CreateAnew),
                < 54 => Do("burst", () =>
                {
                    for (var i = Engine.Truth.Count < 200 ? random.Next(700) : 0; i > 0; i--)
                        Create();
                }),
                < 57 => Do("purge", () =>
                {
                    for (var i = random.Next(300); i > 0; i--)
                        Destroy();
                }),
                < 60 => Do("create and destroy", () => Engine.Destroy(Create())),
                < 64 => Do("duplicate", () => Engine.Tell(ContainerEventKind.Changed, AnyId())),
                < 66 => Do("late destroy", () => Engine.Tell(ContainerEventKind.Removed, Containers.RandomId(random))),
                < 69 => Do("unheard of", () => Engine.Tell(ContainerEventKind.Seen, AnyId())),
                < 71 => Do("rename", () => Engine.Tell(ContainerEventKind.Changed, AnyId())),
                < 74 => Do("missed", Miss),
                < 80 => Do("cut", Engine.CutStreams),
                < 83 => Do("away", () =>
                {
                    Engine.Fault = _ => throw FakeEngine.Refusal;
                    Engine.CutStreams();
                }),
                < 85 => Do("slow", () => Engine.Fault = Engine.AnswersAfter(TimeSpan.FromSeconds(random.Next(40)))),
                < 86 => Do("slow for some", () => Engine.FilteredListFault = Engine.AnswersAfter(TimeSpan.FromSeconds(random.Next(10)))),
                < 88 => Do("nonsense", () => Engine.ListFault = _ => throw FakeEngine.Nonsense),
                < 89 => Do("no version", () => Engine.VersionFault = _ => throw FakeEngine.Refusal),
                < 92 => Do("clock", () => inventory.Time.Provider.Jump(TimeSpan.FromMinutes(random.Next(-60, 60)))),
                < 94 => Do("delays", () =>
                {
                    Engine.ListDelay = () => TimeSpan.FromMilliseconds(random.Next(0, 400));
                    Engine.EventDelay = () => TimeSpan.FromMilliseconds(random.Next(0, 100));
                }),
                < 95 => Do("no delays", () => Engine.ListDelay = Engine.EventDelay = () => TimeSpan.Zero),
                _ => Do("settle", SettleAndCompare),
            };

            inventory.Advance(TimeSpan.FromMilliseconds(random.Next(4) * random.Next(60)));
            Assert.True(inventory.Current.Containers.All(container => _everThere.Contains(container.Id)), "a container was never there");
            return did;
        }

        /// <summary>Makes the engine well, waits until all has arrived, and looks for a difference.</summary>
        private void SettleAndCompare()
        {
            var wasWell = IsWell;
            Engine.Fault = Engine.ListFault = Engine.FilteredListFault = Engine.VersionFault = null;
            EndCreations();

            // A call that hangs is given up after 30 s, and the next attempt is within 5 s. What events did not tell comes with
            // the next list of all.
            inventory.Advance(TimeSpan.FromSeconds(wasWell ? 8 : 45));
            if (_hasMissedEvents)
                inventory.Advance(1.1 * VirtualInventory.Options.ReconcileInterval);
            _hasMissedEvents = false;

            Assert.True(inventory.IsRight, $"the inventory has {inventory.Count} containers, the engine {Engine.Truth.Count}");
            Assert.Equal(inventory.Time.Provider.GetUtcNow(), inventory.Current.Time);
        }

        private static string Do(string what, Action action)
        {
            action();
            return what;
        }

        private string Create(bool silently = false) => Engine.Create(random.Next(4), silently, NewId()).Id;

        /// <summary>An id that no container has, and that one is about to have.</summary>
        private string NewId()
        {
            var id = Containers.RandomId(random);
            _everThere.Add(id);
            return id;
        }

        private void EndCreations()
        {
            // One that was destroyed meanwhile is not told of.
            foreach (var id in _begun.Where(id => Engine.Truth.Any(container => container.Id == id)))
                Engine.EndCreation(id, random.Next(4));
            _begun.Clear();
        }

        private void CreateAnew()
        {
            if (Engine.Truth.Count == 0)
                return;

            var id = AnyId();
            Engine.Destroy(id);
            Engine.Create(random.Next(4), id: id);
        }

        private void Destroy()
        {
            if (Engine.Truth.Count > 0)
                Engine.Destroy(AnyId());
        }

        private void Miss()
        {
            _hasMissedEvents = true;
            if (random.Next(2) == 0 || Engine.Truth.Count == 0)
                Create(silently: true);
            else if (random.Next(2) == 0)
                Engine.Destroy(AnyId(), silently: true);
            else
                Engine.Change(AnyId(), random.Next(4));
        }

        private string AnyId() =>
            Engine.Truth.Count > 0 ? Engine.Truth.ElementAt(random.Next(Engine.Truth.Count)).Id : Containers.RandomId(random);
    }
}
