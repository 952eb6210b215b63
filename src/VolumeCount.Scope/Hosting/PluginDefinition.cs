using System.Buffers;
using System.ComponentModel;
using VolumeCount.Scope.Controls;

namespace VolumeCount.Scope.Hosting;

/// <summary>
/// The constant parts of a plugin: its id and label, the writer of its report, and its controls. The source generator
/// creates one for each report: the property <c>Plugin</c> of its context.
/// </summary>
/// <typeparam name="TReport">The type of the report.</typeparam>
public sealed class PluginDefinition<TReport>
{
    /// <summary>Creates a definition. Generated code calls it.</summary>
    /// <param name="id">The plugin's id.</param>
    /// <param name="label">The plugin's label.</param>
    /// <param name="description">The plugin's description; may be empty.</param>
    /// <param name="emptyReport">A report without topologies, as UTF-8 JSON.</param>
    /// <param name="write">Writes a report as UTF-8 JSON.</param>
    /// <param name="controls">The controls of the report's nodes.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public PluginDefinition(
        string id,
        string label,
        string description,
        ReadOnlySpan<byte> emptyReport,
        Action<IBufferWriter<byte>, TReport> write,
        ControlRouter controls)
    {
        Id = id;
        Label = label;
        Description = description;
        EmptyReport = emptyReport.ToArray();
        Write = write;
        Controls = controls;
    }

    /// <summary>The plugin's id: the name of its socket without <c>.sock</c>, and the name of its command.</summary>
    public string Id { get; }

    /// <summary>The plugin's label: its name in Scope's list of plugins.</summary>
    public string Label { get; }

    /// <summary>The plugin's description; empty if the report does not have one.</summary>
    public string Description { get; }

    /// <summary>Writes a report as UTF-8 JSON.</summary>
    public Action<IBufferWriter<byte>, TReport> Write { get; }

    /// <summary>The controls of the report's nodes.</summary>
    public ControlRouter Controls { get; }

    /// <summary>A report without topologies: it keeps the plugin registered.</summary>
    internal ReadOnlyMemory<byte> EmptyReport { get; }
}
