using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Contract.Model;

namespace VolumeCount.Scope.Contract;

/// <summary>The outcome of one request for a plugin's report.</summary>
internal sealed record PluginAnswer
{
    public const string Ok = "ok";

    /// <summary>The plugin's id, from its socket's name.</summary>
    public required string PluginId { get; init; }

    /// <summary>
    /// The plugin's status, as Scope would show it: <see cref="Ok"/>, or <c>error: …</c>. A plugin with the status
    /// <see cref="Ok"/> may still break rules: see <see cref="Findings"/>.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>The report that Scope would merge, or null if the plugin is in error.</summary>
    public ScopeReport? Report { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>
    /// The rule at which the exchange ended, so that the rules after it were not checked; null if all were.
    /// </summary>
    public ContractRule? EndedAt { get; init; }

    /// <summary>The duration of the exchange, from connecting to the end of decoding.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The length of the body after decompression, in bytes.</summary>
    public int BodyBytes { get; init; }

    /// <summary>Whether a new connection was made, rather than an existing one used again.</summary>
    public bool Connected { get; init; }

    /// <summary>Whether the report is one that Scope would merge.</summary>
    public bool IsOk => Status == Ok;
}
