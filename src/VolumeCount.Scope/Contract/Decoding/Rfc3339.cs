using System.Globalization;
using System.Text.RegularExpressions;

namespace VolumeCount.Scope.Contract.Decoding;

/// <summary>The timestamps of RFC 3339.</summary>
internal static partial class Rfc3339
{
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss";

    /// <summary>Reads a timestamp as a moment in UTC, to 100 ns.</summary>
    public static bool TryParse(string text, out DateTime moment)
    {
        moment = default;
        var match = Pattern.Match(text);
        if (!match.Success ||
            !DateTime.TryParseExact(
                match.Groups[1].Value, Seconds, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return false;
        }

        var fraction = match.Groups[2].Value.PadRight(7, '0')[..7];
        var offset = match.Groups[3].Success
            ? TimeSpan.ParseExact(match.Groups[4].Value, @"hh\:mm", CultureInfo.InvariantCulture)
            : TimeSpan.Zero;
        if (match.Groups[3].Value == "-")
            offset = -offset;
        var ticks = local.Ticks + long.Parse(fraction, CultureInfo.InvariantCulture) - offset.Ticks;
        moment = new DateTime(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
        return true;
    }

    [GeneratedRegex(@"^([0-9-]{10}T[0-9:]{8})(?:\.([0-9]+))?(?:Z|([+-])((?:[01][0-9]|2[0-3]):[0-5][0-9]))\z")]
    private static partial Regex Pattern { get; }
}
