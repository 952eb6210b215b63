using VolumeCount.Inventory;

namespace VolumeCount.Report;

/// <summary>
/// Describes a mount in one line, the most useful first: <c>data (volume, nfs)</c>, <c>/srv/www (bind, ro)</c>.
/// </summary>
internal static class MountDescription
{
    /// <summary>The number of hexadecimal digits in a name that Docker generates for a volume or an image.</summary>
    private const int GeneratedNameLength = 64;

    /// <summary>The number of digits that the docker command shows of an id.</summary>
    private const int ShortNameLength = 12;

    /// <summary>
    /// The source with the mount's type, the driver unless it is <c>local</c>, and <c>ro</c> if it is read-only, or
    /// <c>rro</c> if so are the mounts below it. A mount without a source, such as a tmpfs mount, begins with its type.
    /// </summary>
    public static string Of(Mount mount)
    {
        var isGenerated = mount.Source is { Length: GeneratedNameLength } name && name.All(char.IsAsciiHexDigitLower);
        var type = mount.Type switch
        {
            "" => "mount",
            "volume" when isGenerated => "anonymous volume",
            _ => mount.Type,
        };
        var mode = mount switch
        {
            { IsWritable: true } => "",
            { IsRecursivelyReadOnly: true } => ", rro",
            _ => ", ro",
        };
        var details = (mount.Driver is null or "local" ? "" : $", {mount.Driver}") + mode;

        if (mount.Source is { Length: > 0 } source)
            return $"{(isGenerated ? $"{source[..ShortNameLength]}…" : source)} ({type}{details})";
        return details.Length > 0 ? $"{type} ({details[2..]})" : type;
    }
}
