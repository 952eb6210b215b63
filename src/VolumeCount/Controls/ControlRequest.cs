using System.Collections.Immutable;

namespace VolumeCount.Controls;

/// <summary>What Scope sends when somebody presses a plugin's button: the body of <c>POST /control</c>.</summary>
/// <param name="NodeId">The whole id of the node whose button it is, such as <c>alpha;&lt;host&gt;</c>.</param>
/// <param name="Control">The control's id.</param>
/// <param name="AppId">Which of Scope's apps asks.</param>
/// <param name="Arguments">The control's arguments; Scope's page sends none.</param>
public sealed record ControlRequest(
    string NodeId, string Control, string AppId, ImmutableDictionary<string, string> Arguments)
{
    /// <summary>The part of <see cref="NodeId"/> before its last semicolon: what identifies the node without its tag.</summary>
    public string NodeName => NodeId.LastIndexOf(';') is >= 0 and var end ? NodeId[..end] : NodeId;
}
