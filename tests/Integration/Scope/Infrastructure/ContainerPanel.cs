namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>The panel that opens with a click on a container.</summary>
/// <param name="Rows">The rows under "Info", in their order.</param>
/// <param name="Controls">The ids of the buttons, sorted.</param>
internal sealed record ContainerPanel(IReadOnlyList<PanelRow> Rows, IReadOnlyList<string> Controls)
{
    /// <summary>The value of a row, or null where there is no such row.</summary>
    public string? this[string id] => Rows.SingleOrDefault(row => row.Id == id)?.Value;

    public override string ToString() => $"rows [{string.Join("; ", Rows)}], controls [{string.Join(", ", Controls)}]";
}
