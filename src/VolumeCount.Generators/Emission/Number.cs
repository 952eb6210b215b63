using System.Globalization;

namespace VolumeCount.Generators.Emission;

/// <summary>Writes numbers the same way in every culture.</summary>
internal static class Number
{
    /// <summary><paramref name="value"/> as C# and JSON both write it, with all the digits that it needs.</summary>
    public static string Format(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
