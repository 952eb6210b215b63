namespace VolumeCount.Engines.Docker;

/// <summary>How much may be taken in.</summary>
/// <param name="bytes">The size.</param>
/// <param name="message">What is said of an engine that sends more.</param>
internal sealed class SizeLimit(long bytes, string message)
{
    private long _taken;

    /// <summary>Takes so many bytes in.</summary>
    /// <exception cref="InvalidDataException">It is more than allowed.</exception>
    public void Take(int count)
    {
        if (Interlocked.Add(ref _taken, count) > bytes)
            throw new InvalidDataException(message);
    }

    /// <summary>What was taken in so far is dealt with, and no longer in memory.</summary>
    public void Renew() => Interlocked.Exchange(ref _taken, 0);
}
