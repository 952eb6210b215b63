namespace VolumeCount.Scope.Templates;

/// <summary>
/// One of Scope's <c>controls</c>: a button in a node's panel. The source generator makes one for each property that is marked
/// <see cref="ControlAttribute"/>.
/// </summary>
/// <param name="Id">The control's id, which Scope sends when somebody presses the button.</param>
/// <param name="Human">The button's tool tip.</param>
/// <param name="Icon">The button's icon, a name of Font Awesome 4; none if empty.</param>
/// <param name="Rank">Where the button is: a lower one is further to the left.</param>
/// <param name="Confirmation">What Scope asks before it goes on; it does not ask if this is empty.</param>
public sealed record ControlTemplate(string Id, string Human, string Icon, int Rank, string Confirmation);
