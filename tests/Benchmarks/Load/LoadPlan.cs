namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>How much is measured, and for how long.</summary>
internal sealed record LoadPlan
{
    /// <summary>What the published figures come from.</summary>
    public static LoadPlan Full { get; } = new()
    {
        Sizes = [10, 1_000, 10_000],
        GrowthSizes = [100_000],
        Rounds = 2,
        WarmUp = TimeSpan.FromSeconds(1),
        RoundTime = TimeSpan.FromSeconds(5),
        Starts = 5,
        PacedTime = TimeSpan.FromSeconds(60),
        Pause = TimeSpan.FromSeconds(1),
        IdleDelay = TimeSpan.FromSeconds(7),
        IdleTime = TimeSpan.FromSeconds(10),
        AllocationBatches = 9,
        AllocationSeconds = 5,
    };

    /// <summary>Enough to see that everything works.</summary>
    public static LoadPlan Quick { get; } = new()
    {
        Sizes = [10, 500],
        GrowthSizes = [5_000],
        Rounds = 2,
        WarmUp = TimeSpan.FromSeconds(0.1),
        RoundTime = TimeSpan.FromSeconds(0.3),
        Starts = 1,
        PacedTime = TimeSpan.FromSeconds(0.3),
        Pause = TimeSpan.FromSeconds(0.1),
        IdleDelay = TimeSpan.FromSeconds(0.1),
        IdleTime = TimeSpan.FromSeconds(0.1),
        AllocationBatches = 3,
        AllocationSeconds = 1,
    };

    /// <summary>How many containers there are, at rest and while others come and go.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    /// <summary>How many containers there are in a check of the growth, at rest and with counts alone.</summary>
    public required IReadOnlyList<int> GrowthSizes { get; init; }

    /// <summary>How many rounds the plugin has, and as many the floor, in turn.</summary>
    public required int Rounds { get; init; }

    /// <summary>How long each round is driven before it is measured.</summary>
    public required TimeSpan WarmUp { get; init; }

    /// <summary>How long each round is measured.</summary>
    public required TimeSpan RoundTime { get; init; }

    /// <summary>How often the plugin is started.</summary>
    public required int Starts { get; init; }

    /// <summary>How long each server is asked with a pause before each request.</summary>
    public required TimeSpan PacedTime { get; init; }

    /// <summary>How long that pause is.</summary>
    public required TimeSpan Pause { get; init; }

    /// <summary>How long the plugin is left alone before it counts as idle.</summary>
    public required TimeSpan IdleDelay { get; init; }

    /// <summary>How long the idle plugin is measured.</summary>
    public required TimeSpan IdleTime { get; init; }

    /// <summary>How often the allocations of some requests are measured.</summary>
    public required int AllocationBatches { get; init; }

    /// <summary>For how many seconds the allocations of one request a second are measured.</summary>
    public required int AllocationSeconds { get; init; }
}
