namespace VolumeCount.Scope.Contract.Model;

/// <summary>A <c>controls</c> entry: a button of a node's panel.</summary>
/// <param name="Id">The control's id, which nodes name to have the button.</param>
/// <param name="Human">What the button is called.</param>
/// <param name="Icon">The button's icon.</param>
/// <param name="Rank">Where the button is: a lower one is earlier.</param>
internal sealed record Control(string Id, string Human, string Icon, long Rank);
