namespace VolumeCount.Generators.Controls;

/// <summary>A property marked <c>[Control]</c>.</summary>
/// <param name="PropertyName">The property's name.</param>
/// <param name="Id">The control's id.</param>
/// <param name="Human">The button's tool tip.</param>
/// <param name="Icon">The button's icon; may be empty.</param>
/// <param name="Rank">The button's rank.</param>
/// <param name="Confirmation">The question that Scope asks first; may be empty.</param>
/// <param name="Handler">The method that handles the control; null if it is invalid.</param>
internal sealed record ControlModel(
    string PropertyName, string Id, string Human, string Icon, int Rank, string Confirmation, HandlerModel? Handler);
