using System.Text;

namespace VolumeCount.Generators.Symbols;

/// <summary>Makes the default ids and labels out of the names of properties.</summary>
internal static class Words
{
    /// <summary><c>IPAddressCount</c> is <c>ip_address_count</c>.</summary>
    public static string ToSnakeCase(string name) => Join(name, '_').ToLowerInvariant();

    /// <summary><c>IPAddressCount</c> is <c>IP Address Count</c>.</summary>
    public static string ToLabel(string name) => Join(name, ' ');

    private static string Join(string name, char separator)
    {
        var words = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] is '_')
                continue;
            if (words.Length > 0 && BeginsWord(name, i))
                words.Append(separator);
            words.Append(name[i]);
        }

        // A name of underscores alone has no words.
        return words.Length > 0 ? words.ToString() : name;
    }

    private static bool BeginsWord(string name, int i) =>
        name[i - 1] is '_'
        || (char.IsUpper(name[i])
            && (!char.IsUpper(name[i - 1])
                || (i + 1 < name.Length && char.IsLower(name[i + 1]) && !EndsAcronym(name, i + 1))));

    /// <summary>
    /// Whether the small letter at <paramref name="i"/> belongs to the capitals before it: in the plural <c>IDs</c>, though
    /// not in <c>DNSIsUp</c>, and in <c>IPv4</c>.
    /// </summary>
    private static bool EndsAcronym(string name, int i) => name[i] switch
    {
        's' => i + 1 == name.Length || (!char.IsLower(name[i + 1]) && name[i - 1] is not ('A' or 'I')),
        'v' => i + 1 < name.Length && char.IsDigit(name[i + 1]),
        _ => false,
    };
}
