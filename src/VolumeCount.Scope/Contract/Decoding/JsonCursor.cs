using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using VolumeCount.Scope.Contract.Findings;

namespace VolumeCount.Scope.Contract.Decoding;

/// <summary>
/// Reads JSON values as Scope's decoder does, and keeps the path to the value. A value that Scope refuses is refused; a
/// value that Scope accepts against its own documentation is a finding. A null is the same as a field that is left out.
/// </summary>
internal sealed class JsonCursor(FindingList findings)
{
    private const NumberStyles Decimal =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // Either a member's name or an item's index: the path is written as text only for a finding.
    private readonly List<(string? Name, int Index)> _path = [];

    /// <summary>The first value that Scope refuses, with the reason; null if Scope accepts all of them.</summary>
    public string? Refusal { get; private set; }

    private string Path => "$" + string.Concat(_path.Select(part =>
        part.Name is null ? $"[{part.Index}]" : JsonPath.Segment(part.Name)));

    /// <summary>
    /// Reads an object whose fields are given by the format. Scope accepts <c>[]</c> as an object without fields.
    /// </summary>
    public T Read<T>(JsonElement element, Func<JsonFields, T> read)
    {
        var fields = new Dictionary<string, JsonElement>();
        if (element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 0)
        {
            Deviates(element, "an object");
        }
        else
        {
            foreach (var (name, value) in Entries(element))
            {
                AddIfDuplicate(name, fields);
                fields[name] = value;
            }
        }

        var result = read(new JsonFields(this, fields));
        foreach (var (name, value) in fields)
        {
            At(name, () =>
            {
                findings.Warn(ContractRule.Fields, Path, "Scope does not know this field, and ignores it");
                Skip(value);
            });
        }

        return result;
    }

    /// <summary>
    /// Reads an object whose names are chosen by the plugin. Of entries with the same name, the last is kept.
    /// </summary>
    public Dictionary<string, T> Map<T>(JsonElement element, Func<JsonElement, T> read)
    {
        var map = new Dictionary<string, T>();
        foreach (var (name, value) in Entries(element))
            Add(map, name, value, read);
        return map;
    }

    /// <summary>Reads one entry of such an object, in place of an earlier one with the same name.</summary>
    public void Add<T>(Dictionary<string, T> map, string name, JsonElement value, Func<JsonElement, T> read)
    {
        AddIfDuplicate(name, map);
        At(name, () => map[name] = read(value));
    }

    public IReadOnlyList<T> List<T>(JsonElement element, Func<JsonElement, T> read)
    {
        var items = new List<T>();
        if (Is(element, JsonValueKind.Array, "an array"))
        {
            foreach (var item in element.EnumerateArray())
            {
                _path.Add((null, items.Count));
                items.Add(read(item));
                _path.RemoveAt(_path.Count - 1);
            }
        }

        return items;
    }

    /// <summary>Reads a string. Scope accepts numbers and booleans as their text.</summary>
    public string Text(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
        {
            Deviates(element, "a string");
            return element.GetRawText();
        }

        return Is(element, JsonValueKind.String, "a string") ? Unicode(element) : "";
    }

    public IReadOnlyList<string> Texts(JsonElement element) => List(element, Text);

    /// <summary>Reads an integer. Scope accepts one in a string.</summary>
    public long Integer(JsonElement element)
    {
        const string Expected = "an integer";
        if (element.ValueKind == JsonValueKind.String &&
            long.TryParse(element.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Deviates(element, Expected);
            return number;
        }

        if (!Is(element, JsonValueKind.Number, Expected))
            return 0;
        if (!element.TryGetInt64(out number))
            Refuse($"must be {Expected} of 64 bits, not {JsonText.Shown(element)}");
        return number;
    }

    /// <summary>Reads an integer of a map, where Scope does not accept null.</summary>
    public long IntegerNotNull(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Null)
            Refuse("must be an integer, not null");
        return Integer(element);
    }

    /// <summary>Reads a number. Scope accepts one in a string.</summary>
    public double Number(JsonElement element)
    {
        const string Expected = "a number";
        if (element.ValueKind == JsonValueKind.String &&
            double.TryParse(element.GetString(), Decimal, CultureInfo.InvariantCulture, out var number) &&
            double.IsFinite(number))
        {
            Deviates(element, Expected);
            return number;
        }

        if (!Is(element, JsonValueKind.Number, Expected))
            return 0;
        number = element.GetDouble();
        if (!double.IsFinite(number))
            Refuse($"must be {Expected} of 64 bits, not {JsonText.Shown(element)}");
        return number;
    }

    public bool Flag(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.True)
            return true;
        Is(element, JsonValueKind.False, "true or false");
        return false;
    }

    /// <summary>Reads a timestamp of RFC 3339, without escapes, which Scope does not decode here.</summary>
    /// <returns>The moment in UTC; the year 1 without a timestamp.</returns>
    public DateTime Timestamp(JsonElement element)
    {
        var moment = default(DateTime);
        if (!Is(element, JsonValueKind.String, "a timestamp"))
            return moment;
        if (!Rfc3339.TryParse(element.GetRawText().Trim('"'), out moment))
            Refuse($"must be a timestamp of RFC 3339, such as 2026-11-22T21:16:30Z, not {JsonText.Shown(element)}");
        return moment;
    }

    public void At(string name, Action read)
    {
        Enter(name);
        read();
        Leave();
    }

    /// <summary>Moves to an object's member, until <see cref="Leave"/>.</summary>
    public void Enter(string name) => _path.Add((name, 0));

    /// <summary>Moves back from an object's member.</summary>
    public void Leave() => _path.RemoveAt(_path.Count - 1);

    public void Refuse(string message)
    {
        findings.Add(ContractRule.Types, Path, message);
        Refusal ??= $"{Path}: {message}";
    }

    private IEnumerable<(string Name, JsonElement Value)> Entries(JsonElement element) =>
        Is(element, JsonValueKind.Object, "an object")
            ? element.EnumerateObject().Select(property => (property.Name, property.Value))
            : [];

    /// <summary>
    /// Reads a string, with U+FFFD in the place of what is not Unicode and Scope replaces; refuses what Scope cannot read.
    /// </summary>
    private string Unicode(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            if (JsonText.Repair(JsonMarshal.GetRawUtf8Value(element)) is { } repaired)
            {
                findings.Warn(ContractRule.Types, Path, "holds text that is not Unicode, of which Scope makes U+FFFD");
                return repaired;
            }

            Refuse("holds half of a surrogate pair, over which Scope's decoder fails");
            return "";
        }
    }

    /// <summary>Reads the texts of a value that Scope ignores, since its decoder reads them as well.</summary>
    private void Skip(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            Unicode(element);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Skip(item);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                _ = property.Name; // Throws if it is not Unicode.
                Skip(property.Value);
            }
        }
    }

    private void AddIfDuplicate<T>(string name, Dictionary<string, T> before)
    {
        if (before.ContainsKey(name))
            At(name, () => findings.Add(ContractRule.Fields, Path, "occurs twice, and Scope keeps only one of them"));
    }

    /// <summary>Returns true if the value is of the kind and false if it is null; refuses any other value.</summary>
    private bool Is(JsonElement element, JsonValueKind kind, string expected)
    {
        if (element.ValueKind == kind)
            return true;
        if (element.ValueKind != JsonValueKind.Null)
            Refuse($"must be {expected}, not {JsonText.Describe(element)}");
        return false;
    }

    private void Deviates(JsonElement element, string expected) =>
        findings.Warn(
            ContractRule.Types, Path, $"should be {expected}, not {JsonText.Describe(element)}, although Scope takes it");
}
