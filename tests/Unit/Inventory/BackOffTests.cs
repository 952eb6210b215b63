using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Inventory;

public sealed class BackOffTests
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Fact]
    public void Next_TimeAndAgain_DoublesUpToTheLongestGiveOrTakeAHalf()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var backOff = new BackOff(First, Longest, new Random(seed));
            foreach (var most in new[] { 100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000 })
                Assert.InRange(backOff.Next().TotalMilliseconds, Math.Max(100, most / 2), most);
        }
    }

    [Fact]
    public void Next_OfTwo_DiffersByChance()
    {
        var backOff = new BackOff(First, Longest, new Random(1));

        Assert.Distinct(Enumerable.Range(0, 20).Select(_ => backOff.Next()).Skip(1));
    }

    [Fact]
    public void Next_AfterAReset_IsTheFirst()
    {
        var backOff = new BackOff(First, Longest, new Random(1));
        for (var i = 0; i < 1000; i++)
            backOff.Next();

        backOff.Reset();

        Assert.Equal(First, backOff.Next());
    }
}
