using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Parsing;

/// <summary>Finds what only a look at all topologies shows of a report's controls.</summary>
/// <param name="symbols">Keeps what is wrong.</param>
/// <param name="marks">The properties that are marked <c>[Topology]</c>.</param>
internal sealed class ControlRules(SymbolReader symbols, IReadOnlyList<Mark> marks)
{
    /// <summary>Looks at the controls of <paramref name="topologies"/>.</summary>
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
                    MarkOf(topology).Location,
                    topology.PropertyName,
                    control.Id,
                    first.Topology.PropertyName);
            }
        }

        // Scope does it to every node that a controller reports, with a control or without one.
        if (topologies.FirstOrDefault(static topology => topology.Name is "Container") is { Node.Controls.Count: 0 } containers)
        {
            symbols.Report(
                DiagnosticDescriptors.ControlOnContainer,
                MarkOf(containers).Location,
                controls[0].Control.PropertyName,
                controls[0].Topology.Node.Name);
        }
    }

    private Mark MarkOf(TopologyModel topology) => marks.First(mark => mark.Name == topology.PropertyName);
}
