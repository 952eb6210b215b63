namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>A row of a panel.</summary>
internal sealed record PanelRow(string Id, string Label, string Value)
{
    public override string ToString() => $"{Id} '{Label}' = '{Value}'";
}
