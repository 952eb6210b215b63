namespace VolumeCount.Report;

/// <summary>A set of ranks, to which they are added in their order.</summary>
internal sealed class RankSet
{
    /// <summary>The number of ranks that a word has a bit for.</summary>
    public const int BitsPerWord = 64;

    private readonly List<int> _ranks = [];

    // Of a large set, once it was united with others: a word is then added as quickly as a rank.
    private ulong[]? _words;

    public int Count => _ranks.Count;

    /// <summary>The number of words that have a bit for each of so many ranks.</summary>
    public static int WordsFor(int ranks) => (ranks + BitsPerWord - 1) / BitsPerWord;

    /// <summary>Adds a rank that is not below the last one.</summary>
    public void Add(int rank)
    {
        if (_ranks is not [.., var last] || last != rank)
            _ranks.Add(rank);
    }

    /// <summary>The lowest ranks.</summary>
    public IEnumerable<int> Lowest(int count) => _ranks.Take(count);

    /// <summary>Sets the bits of the ranks in words that have a bit for each rank.</summary>
    public void AddTo(ulong[] union)
    {
        if (Count <= union.Length)
        {
            SetBits(union);
            return;
        }

        if (_words is null)
            SetBits(_words = new ulong[union.Length]);
        for (var i = 0; i < union.Length; i++)
            union[i] |= _words[i];
    }

    private void SetBits(ulong[] words)
    {
        foreach (var rank in _ranks)
            words[rank / BitsPerWord] |= 1UL << (rank % BitsPerWord);
    }
}
