using VolumeCount.Engines;
using VolumeCount.Inventory;
using VolumeCount.Report;

namespace VolumeCount.Commands;

/// <summary>The settings of this plugin, bound and validated once from the command line and the environment.</summary>
internal sealed record PluginOptions
{
    public EngineOptions Engine { get; init; } = new();
    public InventoryOptions Inventory { get; init; } = new();
    public ReportOptions Report { get; init; } = new();
}
