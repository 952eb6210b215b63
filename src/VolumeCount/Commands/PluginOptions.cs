using VolumeCount.Engines;
using VolumeCount.Inventory;
using VolumeCount.Report;

namespace VolumeCount.Commands;

/// <summary>The settings of this plugin, bound and validated once from the command line and the environment.</summary>
internal sealed record PluginOptions
{
    /// <summary>Which engine is asked.</summary>
    public EngineOptions Engine { get; init; } = new();

    /// <summary>How the inventory is kept current.</summary>
    public InventoryOptions Inventory { get; init; } = new();

    /// <summary>What may be in the report.</summary>
    public ReportOptions Report { get; init; } = new();
}
