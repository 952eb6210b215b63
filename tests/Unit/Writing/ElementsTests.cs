using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VolumeCount.Scope.Writing;

namespace VolumeCount.Tests.Unit.Writing;

public sealed class ElementsTests
{
    private static readonly string[] Array = ["a", "b"];

    [Fact]
    public void Elements_ThatLieInARow_AreNotCopied()
    {
        var list = new List<string>(Array);
        var immutable = ImmutableCollectionsMarshal.AsImmutableArray(Array);

        Assert.True(AreSame(Array, Elements.AsSpan<string[], string>(Array)));
        Assert.True(AreSame(Array, Elements.AsSpan<IEnumerable<string>, string>(Array)));
        Assert.True(AreSame(Array, Elements.AsSpan<ImmutableArray<string>, string>(immutable)));
        Assert.True(AreSame(Array, Elements.AsSpan<IEnumerable<string>, string>(immutable)));
        Assert.True(AreSame(CollectionsMarshal.AsSpan(list), Elements.AsSpan<List<string>, string>(list)));
        Assert.True(AreSame(CollectionsMarshal.AsSpan(list), Elements.AsSpan<IReadOnlyList<string>, string>(list)));
    }

    [Fact]
    public void Elements_OfAnyOtherCollection_AreAllThere()
    {
        Assert.Equal(Array, Elements.AsSpan<IEnumerable<string>, string>(Array.Select(static text => text)));
        Assert.Equal(Array, Elements.AsSpan<HashSet<string>, string>([.. Array]));
        Assert.Equal(Array, Elements.AsSpan<ArraySegment<string>, string>(new(Array)));
    }

    [Fact]
    public void Collections_ThatAreNotThere_AreEmpty()
    {
        Assert.True(Elements.AsSpan<string[], string>(null).IsEmpty);
        Assert.True(Elements.AsSpan<IEnumerable<string>, string>(null).IsEmpty);
        Assert.True(Elements.AsSpan<ImmutableArray<string>, string>(default).IsEmpty);
        Assert.True(Elements.AsSpan<IEnumerable<string>, string>(default(ImmutableArray<string>)).IsEmpty);
    }

    private static bool AreSame(ReadOnlySpan<string> one, ReadOnlySpan<string> other) =>
        one.Length == other.Length && Unsafe.AreSame(in one[0], in other[0]);
}
