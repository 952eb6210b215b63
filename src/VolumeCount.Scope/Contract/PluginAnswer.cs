using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Contract.Model;

namespace VolumeCount.Scope.Contract;

/// <summary>What came of asking a plugin for its report once.</summary>
internal sealed record PluginAnswer
{
    /// <summary>The status of a plugin without errors.</summary>
    public const string Ok = "ok";

    /// <summary>The path of the plugin's socket.</summary>
    public required string SocketPath { get; init; }

    /// <summary>The plugin's id, from its socket's name.</summary>
    public required string PluginId { get; init; }

    /// <summary>
    /// The plugin's status, as Scope would show it: <see cref="Ok"/>, or <c>error: …</c>. A plugin that has it may still do
    /// what it should not: see <see cref="Findings"/>.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>The report that Scope would merge, or null where the plugin is in error.</summary>
    public ScopeReport? Report { get; init; }

    /// <summary>Everything that is wrong, sorted by rule; what is found again and again is told only a few times.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The rule at which the exchange ended, so that the ones after it were not looked at; null for none.</summary>
    public ContractRule? EndedAt { get; init; }

    /// <summary>How long the exchange took, from connecting to the end of decoding.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The length of the body after decompression, in bytes.</summary>
    public int BodyBytes { get; init; }

    /// <summary>Whether a connection had to be made, rather than one from before used again.</summary>
    public bool Connected { get; init; }

    /// <summary>Whether the report is one that Scope would merge.</summary>
    public bool IsOk => Status == Ok;
}
