namespace VolumeCount.Inventory;

/// <summary>Text that an engine sent, which is not trusted in a log or on a terminal.</summary>
internal static class EngineText
{
    private const int MaxLength = 200;

    /// <summary>The first line of a text, shortened if it is long, without control characters.</summary>
    public static string FirstLine(string text)
    {
        var line = text.Trim().TakeWhile(c => c is not '\n' and not '\r').Take(MaxLength);
        return string.Concat(line.Select(c => char.IsControl(c) ? '\uFFFD' : c)).TrimEnd('.', ' ');
    }
}
