using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Scope.Contract.Model;

/// <summary>A node of a topology. Parts that are not reported are empty.</summary>
internal sealed record ReportedNode
{
    /// <summary>
    /// The <c>latest</c> key under which Scope keeps the ids of a node's controls, separated by <see cref="Delimiter"/>.
    /// </summary>
    public const string ActiveControls = ReservedKeys.ActiveControls;

    /// <summary>The prefix of the <c>latest</c> keys under which Scope keeps a node's counters.</summary>
    public const string CounterPrefix = ReservedKeys.CounterPrefix;

    /// <summary>The separator between the parts of a node's id, and between the ids of controls.</summary>
    public const char Delimiter = ';';

    public static ReportedNode Empty { get; } = new();

    /// <summary>The node's <c>id</c>, which a plugin need not repeat: the node's key is its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name of the node's topology, which a plugin need not repeat either.</summary>
    public string Topology { get; init; } = "";

    /// <summary>The newest values by key, with the counters and the active controls, as Scope keeps them.</summary>
    public IReadOnlyDictionary<string, LatestValue> Latest { get; init; } = new Dictionary<string, LatestValue>();

    /// <summary>The sets of strings by key, in the order in which they were reported.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Sets { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyDictionary<string, Metric> Metrics { get; init; } = new Dictionary<string, Metric>();

    /// <summary>The ids of the node's parents, by the name of their topology.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Parents { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The ids of the nodes that this one has connections to.</summary>
    public IReadOnlyList<string> Adjacency { get; init; } = [];
}
