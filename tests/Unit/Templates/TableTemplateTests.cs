using VolumeCount.Scope.Templates;

namespace VolumeCount.Tests.Unit.Templates;

public sealed class TableTemplateTests
{
    [Fact]
    public void Template_EqualsOneWithTheSameColumnsAndRows()
    {
        Assert.Equal(Template(), Template());
        Assert.Equal(Template().GetHashCode(), Template().GetHashCode());
        Assert.Equal(Template() with { Columns = [] }, Template() with { Columns = default });
    }

    [Fact]
    public void Template_DiffersFromOneWithOthers()
    {
        TableTemplate[] others =
        [
            Template() with { Id = "u" },
            Template() with { Label = "U" },
            Template() with { Prefix = "u_" },
            Template() with { Type = "property-list" },
            Template() with { Columns = [] },
            Template() with { Columns = [new("b", "A", "")] },
            Template() with { FixedRows = TableTemplate.NoFixedRows },
            Template() with { FixedRows = Template().FixedRows.SetItem("t_a", "B") },
        ];

        Assert.All(others, static other => Assert.NotEqual(Template(), other));
        Assert.False(Template().Equals(null));
    }

    [Fact]
    public void FixedRows_AreSortedByCodePoint()
    {
        Assert.Equal(["A", "B", "a", "é"], TableTemplate.NoFixedRows.Add("é", "").Add("a", "").Add("B", "").Add("A", "").Keys);
    }

    private static TableTemplate Template() => new(
        "t", "T", "t_", "multicolumn-table", [new("a", "A", "")], TableTemplate.NoFixedRows.Add("t_a", "A").Add("t_b", "B"));
}
