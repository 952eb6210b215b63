namespace VolumeCount.Inventory;

/// <summary>
/// Delays that double from the first up to a maximum, shortened at random by up to a half, so that many clients do not all
/// retry at the same time.
/// </summary>
internal sealed class BackOff(TimeSpan first, TimeSpan longest, Random random)
{
    private double _factor = 1;

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

    public void Reset() => _factor = 1;
}
