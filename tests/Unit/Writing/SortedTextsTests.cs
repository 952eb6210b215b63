using System.Text;
using VolumeCount.Scope.Writing;

namespace VolumeCount.Tests.Unit.Writing;

public sealed class SortedTextsTests
{
    [Fact]
    public void Texts_AreInTheOrderOfTheirBytes()
    {
        // In UTF-16, the whale comes first: its surrogates are less than U+FF5E.
        Assert.Equal(["", "Z", "a", "é", "\uFF5E", "\uD83D\uDC33"], Sort("\uD83D\uDC33", "\uFF5E", "é", "a", "Z", ""));
    }

    [Fact]
    public void Texts_ThatAreThereTwice_AreKeptOnce() => Assert.Equal(["a", "b"], Sort("b", "a", "b", "a", "b"));

    [Fact]
    public void Texts_ThatAreTheSameOnceReplaced_AreKeptOnce() =>
        Assert.Equal(["\uFFFD", "\uFFFDa"], Sort("\uD83D", "\uDC33", "\uFFFD", "\uDC33a"));

    [Fact]
    public void Null_IsNoText() => Assert.Equal(["a"], Sort(null, "a", null));

    [Fact]
    public void Texts_LongerThanTheMemory_MakeItGrow()
    {
        var texts = Enumerable.Range(0, 100).Select(static i => $"{i:000}{new string('é', i * 10)}").ToArray();

        Assert.Equal(texts, Sort([.. texts.Reverse()]));
    }

    [Fact]
    public void Rented_IsEmpty()
    {
        Sort("left", "over");

        Assert.Equal(0, SortedTexts.Rent().Count);
        Assert.Equal(["a"], Sort("a"));
    }

    private static string[] Sort(params string?[] texts)
    {
        var sorted = SortedTexts.Rent();
        foreach (var text in texts)
            sorted.Add("<"u8, text, ">"u8);
        var count = sorted.Sort();

        Assert.Equal(count, sorted.Count);
        return [.. Enumerable.Range(0, count).Select(i => Encoding.UTF8.GetString(sorted[i])[1..^1])];
    }
}
