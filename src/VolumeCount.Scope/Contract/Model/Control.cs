namespace VolumeCount.Scope.Contract.Model;

/// <summary>A <c>controls</c> entry: a button of a node's panel.</summary>
internal sealed record Control(string Id, string Human, string Icon, long Rank);
