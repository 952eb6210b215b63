using System.Collections.Immutable;

namespace VolumeCount.Scope.Controls;

/// <summary>The request that Scope sends when a user presses a plugin's button: the body of <c>POST /control</c>.</summary>
/// <param name="NodeId">The whole id of the node whose button it is, such as <c>alpha;&lt;host&gt;</c>.</param>
/// <param name="Control">The control's id.</param>
/// <param name="AppId">The id of the Scope app that sent the request.</param>
/// <param name="Arguments">The control's arguments; empty if Scope sent no arguments.</param>
public sealed record ControlRequest(
    string NodeId, string Control, string AppId, ImmutableDictionary<string, string> Arguments)
{
    /// <summary>
    /// <see cref="NodeId"/> without its tag: <c>alpha</c> of <c>alpha;&lt;host&gt;</c>, which is the value of a one-part
    /// <see cref="NodeIdAttribute"/> property. The id of an overlay's peer is without its <c>#</c>; any other id without a
    /// tag, such as that of a process, is whole.
    /// </summary>
    public string NodeName => NodeId switch
    {
        [.., '>'] when NodeId.LastIndexOf(";<", StringComparison.Ordinal) is >= 0 and var end => NodeId[..end],
        ['#', ..] => NodeId[1..],
        _ => NodeId,
    };
}
