namespace VolumeCount.Inventory;

/// <summary>
/// Delays that double from a first one to a longest one, up to a half shorter by chance, so that many who wait for the same do
/// not all come at once.
/// </summary>
internal sealed class BackOff(TimeSpan first, TimeSpan longest, Random random)
{
    private double _factor = 1;

    /// <summary>The delay before the next attempt.</summary>
    public TimeSpan Next()
    {
        var delay = first * _factor;
        if (delay >= longest)
            delay = longest;
        else
            _factor *= 2;

        delay *= 1 - (random.NextDouble() / 2);
        return delay > first ? delay : first;
    }

    /// <summary>Begins again with the first delay.</summary>
    public void Reset() => _factor = 1;
}
