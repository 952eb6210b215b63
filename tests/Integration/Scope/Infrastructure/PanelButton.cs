namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>A button of a panel.</summary>
/// <param name="Id">The id of its control.</param>
/// <param name="ProbeId">The probe that passes the order on.</param>
/// <param name="NodeId">The node that the order is about.</param>
internal sealed record PanelButton(string Id, string ProbeId, string NodeId);
