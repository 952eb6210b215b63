using VolumeCount.Tests.Benchmarks.Results;

namespace VolumeCount.Tests.Unit.Benchmarks;

public sealed class FigureTableTests
{
    [Fact]
    public void Table_OfRowsOfManyWidths_LinesUp()
    {
        var table = new FigureTable("containers", "µs");
        table.Add("10", "1,234");
        table.Add("100,000,000", "5");

        Assert.Equal(
            """
            | containers  |    µs |
            | ----------- | ----: |
            | 10          | 1,234 |
            | 100,000,000 |     5 |

            """,
            table.ToString());
    }

    [Fact]
    public void Row_WithoutACellForEachColumn_IsRefused()
    {
        Assert.Throws<ArgumentException>(static () => new FigureTable("a", "b").Add("1"));
    }
}
