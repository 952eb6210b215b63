using System.Collections.Concurrent;

namespace VolumeCount.Tests.Unit.Generators.Samples.Published;

/// <summary>Does what the buttons of the plugin for traffic control say.</summary>
internal sealed class TrafficShaper
{
    private readonly ConcurrentDictionary<string, TrafficShape> _shapes = new();

    public TrafficShape this[string container]
    {
        get => _shapes[container];
        set => _shapes[container] = value;
    }

    public bool TryChange(string container, Func<TrafficShape, TrafficShape> change) =>
        _shapes.TryGetValue(container, out var shape) && _shapes.TryUpdate(container, change(shape), shape);
}
