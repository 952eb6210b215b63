using VolumeCount.Generators.Diagnostics;
using VolumeCount.Generators.Symbols;

namespace VolumeCount.Generators.Topologies;

/// <summary>Finds faults of controls that concern several topologies.</summary>
internal sealed class ControlRules(SymbolReader symbols, IReadOnlyList<AttributedProperty> properties)
{
    public void Check(IReadOnlyList<TopologyModel> topologies)
    {
        var controls = topologies
            .SelectMany(static topology => topology.Node.Controls.Select(control => (Topology: topology, Control: control)))
            .ToList();
        if (controls.Count == 0)
            return;

        var handled = controls.Where(static pair => pair.Control.Handler is not null);
        foreach (var sameId in handled.GroupBy(static pair => pair.Control.Id))
        {
            // Two in the same topology are reported as that.
            var first = sameId.First();
            var others = sameId.GroupBy(static pair => pair.Topology).Select(static pairs => pairs.First());
            foreach (var (topology, control) in others.Where(pair => pair.Control.Handler != first.Control.Handler))
            {
                symbols.Report(
                    DiagnosticDescriptors.ControlTwice,
                    PropertyOf(topology).Location,
                    topology.PropertyName,
                    control.Id,
                    first.Topology.PropertyName);
            }
        }

        // Scope does it to every node that a controller reports, with a control or without one.
        if (topologies.FirstOrDefault(static topology => topology.Name is "Container")
            is { Node.Controls.Count: 0 } containers)
        {
            symbols.Report(
                DiagnosticDescriptors.ControlOnContainer,
                PropertyOf(containers).Location,
                controls[0].Control.PropertyName,
                controls[0].Topology.Node.Name);
        }
    }

    private AttributedProperty PropertyOf(TopologyModel topology) =>
        properties.First(property => property.Name == topology.PropertyName);
}
