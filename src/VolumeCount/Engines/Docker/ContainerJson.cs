using System.Collections.Immutable;
using System.Text.Json;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Docker;

/// <summary>
/// Reads containers as Docker lists them. Only the fields that the plugin needs must have the expected form.
/// </summary>
internal static class ContainerJson
{
    /// <summary>
    /// Reads a container, and whether the list has its mounts: Podman before 4.0 lists containers without mounts.
    /// </summary>
    /// <exception cref="JsonException">It is not a container.</exception>
    public static Container Read(ref Utf8JsonReader reader, bool describes, out bool hasMounts)
    {
        string? id = null, name = null, state = null;
        ImmutableArray<Mount>? mounts = null;
        Expect(ref reader, JsonTokenType.StartObject, "a container");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("Id"u8))
                id = ReadString(ref reader, "Id");
            else if (reader.ValueTextEquals("Mounts"u8))
                mounts = ReadMounts(ref reader);
            else if (reader.ValueTextEquals("Names"u8))
                name = ReadName(ref reader);
            else if (describes && reader.ValueTextEquals("State"u8))
                state = ReadString(ref reader, "State");
            else
                Skip(ref reader);
        }

        hasMounts = mounts is not null;
        return new Container(id is { Length: > 0 } ? id : throw new JsonException("it has no id"), new(mounts ?? []))
        {
            Name = name?.TrimStart('/') ?? "",
            Description = describes ? new ContainerDescription { State = state ?? "" } : null,
        };
    }

    /// <summary>Reads the id of an invalid container, or else its name; null if it has neither.</summary>
    public static string? TryReadId(ref Utf8JsonReader reader)
    {
        string? name = null;
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("Id"u8) && reader.Read() && reader.TokenType == JsonTokenType.String)
                    return reader.GetString();
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("Names"u8))
                    name ??= ReadName(ref reader);
                else if (!reader.TrySkip())
                    break;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
        }

        return name;
    }

    /// <summary>The mounts of an inspected container, as a list would have them.</summary>
    public static ImmutableArray<Mount> MountsOf(InspectedContainer container) => Sort((container.Mounts ?? []).Select(
        static mount => ToMount(mount.Type, mount.Name, mount.Source, mount.Destination, mount.Driver, mount.RW)));

    private static ImmutableArray<Mount>? ReadMounts(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        Expect(ref reader, JsonTokenType.StartArray, "the list of mounts");
        var mounts = ImmutableArray.CreateBuilder<Mount>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            mounts.Add(ReadMount(ref reader));

        return Sort(mounts);
    }

    // Docker's own order is random. Podman may list two mounts with one destination: these keep their order.
    private static ImmutableArray<Mount> Sort(IEnumerable<Mount> mounts) =>
        [.. mounts.OrderBy(mount => mount.Destination, StringComparer.Ordinal)];

    private static Mount ReadMount(ref Utf8JsonReader reader)
    {
        string? type = null, name = null, source = null, destination = null, driver = null;
        var isWritable = false;
        Expect(ref reader, JsonTokenType.StartObject, "a mount");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("Type"u8))
                type = ReadString(ref reader, "Type");
            else if (reader.ValueTextEquals("Name"u8))
                name = ReadString(ref reader, "Name");
            else if (reader.ValueTextEquals("Source"u8))
                source = ReadString(ref reader, "Source");
            else if (reader.ValueTextEquals("Destination"u8))
                destination = ReadString(ref reader, "Destination");
            else if (reader.ValueTextEquals("Driver"u8))
                driver = ReadString(ref reader, "Driver");
            else if (reader.ValueTextEquals("RW"u8))
                isWritable = reader.Read() && reader.TokenType == JsonTokenType.True;
            else
                Skip(ref reader);
        }

        return ToMount(type, name, source, destination, driver, isWritable);
    }

    // Docker writes an empty string for a property that a mount does not have.
    private static Mount ToMount(
        string? type, string? name, string? source, string? destination, string? driver, bool isWritable) => new(
        destination ?? "",
        Share(type) ?? "",
        NullIfEmpty(name) ?? NullIfEmpty(source),
        NullIfEmpty(Share(driver)),
        isWritable);

    // One string for the words that nearly all mounts have in common.
    private static string? Share(string? word) => word switch
    {
        "volume" => "volume",
        "bind" => "bind",
        "tmpfs" => "tmpfs",
        "image" => "image",
        "local" => "local",
        _ => word,
    };

    private static string? NullIfEmpty(string? text) => text is "" ? null : text;

    // Beside its own name, a container may have one in each container that is linked to it, such as /web/db.
    private static string? ReadName(ref Utf8JsonReader reader)
    {
        string? name = null;
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType == JsonTokenType.String && (name is null || name.LastIndexOf('/') > 0))
                    name = reader.GetString();
                reader.TrySkip();
            }
        }
        else
        {
            reader.TrySkip();
        }

        return name;
    }

    private static string? ReadString(ref Utf8JsonReader reader, string property)
    {
        reader.Read();
        return reader.TokenType is JsonTokenType.String or JsonTokenType.Null
            ? reader.GetString()
            : throw new JsonException($"its {property} is not a string");
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.TrySkip();
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string what)
    {
        if (reader.TokenType != type)
            throw new JsonException($"{reader.TokenType} is where {what} should be");
    }
}
