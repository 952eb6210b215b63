using System.Text.Json;

namespace VolumeCount.Scope.Contract.Decoding;

/// <summary>
/// The fields of an object, which are read by name, each once. A field that is left out is empty, or 0. Those that are left
/// in the end are unknown to Scope.
/// </summary>
internal sealed class JsonFields(JsonCursor cursor, Dictionary<string, JsonElement> fields)
{
    public string Text(string name) => Take(name, cursor.Text) ?? "";

    public IReadOnlyList<string> Texts(string name) => Take(name, cursor.Texts) ?? [];

    public long Integer(string name) => Take(name, cursor.Integer);

    public double Number(string name) => Take(name, cursor.Number);

    public bool Flag(string name) => Take(name, cursor.Flag);

    public DateTime Timestamp(string name) => Take(name, cursor.Timestamp);

    public IReadOnlyList<T> List<T>(string name, Func<JsonElement, T> read) =>
        Take(name, element => cursor.List(element, read)) ?? [];

    public Dictionary<string, T> Map<T>(string name, Func<JsonElement, T> read) =>
        Take(name, element => cursor.Map(element, read)) ?? [];

    /// <summary>Reads a field of any kind, and removes it.</summary>
    public T? Take<T>(string name, Func<JsonElement, T> read)
    {
        var result = default(T);
        if (fields.Remove(name, out var element))
            cursor.At(name, () => result = read(element));
        return result;
    }
}
