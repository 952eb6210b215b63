namespace VolumeCount.Scope.Contract.Model;

/// <summary>A <c>controls</c> entry: a button of a node's panel.</summary>
/// <param name="Id">The control's id, which nodes name to have the button.</param>
/// <param name="Human">The label of the button.</param>
/// <param name="Icon">The button's icon.</param>
/// <param name="Rank">The position of the button: a lower one is earlier.</param>
internal sealed record Control(string Id, string Human, string Icon, long Rank);
