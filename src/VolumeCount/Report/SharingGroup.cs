using System.Collections.Immutable;
using System.Numerics;

namespace VolumeCount.Report;

/// <summary>The containers that mount any of some volumes.</summary>
/// <param name="First">The lowest of their ranks.</param>
/// <param name="Count">The number of the containers.</param>
internal sealed record SharingGroup(ImmutableArray<int> First, int Count)
{
    /// <summary>Unites the users of volumes.</summary>
    /// <param name="users">The ranks of the users of each volume.</param>
    /// <param name="firstCount">The number of ranks that the group has at most.</param>
    /// <param name="words">Memory with a bit for each rank.</param>
    public static SharingGroup Of(ReadOnlySpan<RankSet> users, int firstCount, ulong[] words)
    {
        if (users is [var only])
            return new SharingGroup([.. only.Lowest(firstCount)], only.Count);

        Array.Clear(words);
        foreach (var ranks in users)
            ranks.AddTo(words);

        var first = ImmutableArray.CreateBuilder<int>(firstCount);
        var count = 0;
        for (var i = 0; i < words.Length; i++)
        {
            count += BitOperations.PopCount(words[i]);
            for (var word = words[i]; word != 0 && first.Count < firstCount; word &= word - 1)
                first.Add((i * RankSet.BitsPerWord) + BitOperations.TrailingZeroCount(word));
        }

        return new SharingGroup(first.DrainToImmutable(), count);
    }
}
