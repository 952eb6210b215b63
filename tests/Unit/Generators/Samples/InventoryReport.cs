using VolumeCount.Scope;

namespace VolumeCount.Tests.Unit.Generators.Samples;

/// <summary>A report with values of every kind, for the compiler to run the generator over.</summary>
[Plugin("inventory", Label = "Inventory")]
internal sealed class InventoryReport
{
    [ReportTime]
    public DateTimeOffset Time { get; init; }

    [Topology(ScopeTopology.Container)]
    public IEnumerable<InventoryNode?>? Containers { get; init; }
}
