namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>The panel that opens with a click on a container.</summary>
/// <param name="Parents">The ids of the nodes that it links to, in their order.</param>
/// <param name="Graphs">The graphs under "Status", in their order.</param>
/// <param name="Rows">The rows under "Info", in their order.</param>
/// <param name="Tables">The tables that have rows, in their order.</param>
/// <param name="Controls">The ids of the buttons, sorted.</param>
internal sealed record ContainerPanel(
    IReadOnlyList<string> Parents,
    IReadOnlyList<PanelGraph> Graphs,
    IReadOnlyList<PanelRow> Rows,
    IReadOnlyList<PanelTable> Tables,
    IReadOnlyList<string> Controls)
{
    /// <summary>The value of a row, or null if the row does not exist.</summary>
    public string? this[string id] => Rows.SingleOrDefault(row => row.Id == id)?.Value;

    /// <summary>The table with this id, or null if it does not exist.</summary>
    public PanelTable? Table(string id) => Tables.SingleOrDefault(table => table.Id == id);

    public override string ToString() =>
        $"parents [{string.Join(", ", Parents)}], graphs [{string.Join("; ", Graphs)}], rows [{string.Join("; ", Rows)}], " +
        $"tables [{string.Join("; ", Tables)}], controls [{string.Join(", ", Controls)}]";
}
