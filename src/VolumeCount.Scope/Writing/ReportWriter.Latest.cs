using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace VolumeCount.Scope.Writing;

/// <content>
/// The values in <c>latest</c>. A value that is null, or a number that JSON cannot represent, is left out. In a cell of a
/// multi-column table it is the empty string: Scope's search calls a method of each cell in a row, and its page fails if one
/// is missing.
/// </content>
public ref partial struct ReportWriter
{
    /// <summary>Writes a text; leaves it out if it is null.</summary>
    public void Latest(LatestKey key, string? value)
    {
        if (value is null && !key.IsCell)
            return;

        BeginLatest(key);
        Text(value);
        EndLatest();
    }

    /// <summary>Writes a number.</summary>
    public void Latest<T>(LatestKey key, T value)
        where T : struct, IUtf8SpanFormattable
    {
        BeginLatest(key);
        Formatted(value);
        EndLatest();
    }

    /// <summary>Writes a number; leaves it out if it is null.</summary>
    public void Latest<T>(LatestKey key, T? value)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is not null)
            Latest(key, value.Value);
        else
            LatestAbsent(key);
    }

    /// <summary>Writes a number; leaves it out if it is NaN or infinite.</summary>
    public void Latest(LatestKey key, double value)
    {
        if (double.IsFinite(value))
            Latest<double>(key, value);
        else
            LatestAbsent(key);
    }

    /// <summary>Writes a number; leaves it out if it is null, NaN or infinite.</summary>
    public void Latest(LatestKey key, double? value) => Latest(key, value ?? double.NaN);

    /// <summary>Writes a number; leaves it out if it is NaN or infinite.</summary>
    public void Latest(LatestKey key, float value)
    {
        if (float.IsFinite(value))
            Latest<float>(key, value);
        else
            LatestAbsent(key);
    }

    /// <summary>Writes a number; leaves it out if it is null, NaN or infinite.</summary>
    public void Latest(LatestKey key, float? value) => Latest(key, value ?? float.NaN);

    /// <summary>Writes <c>true</c> or <c>false</c>; leaves it out if it is null.</summary>
    public void Latest(LatestKey key, bool? value) =>
        Latest(key, value is { } flag ? (flag ? "true" : "false") : null);

    /// <summary>Writes a moment in UTC, to the tick.</summary>
    public void Latest(LatestKey key, DateTimeOffset value)
    {
        BeginLatest(key);
        Date(value);
        EndLatest();
    }

    /// <summary>Writes a moment in UTC, to the tick; leaves it out if it is null.</summary>
    public void Latest(LatestKey key, DateTimeOffset? value)
    {
        if (value is not null)
            Latest(key, value.Value);
        else
            LatestAbsent(key);
    }

    /// <summary>Writes a duration in seconds.</summary>
    public void Latest(LatestKey key, TimeSpan value) =>
        Latest<decimal>(key, decimal.Divide(value.Ticks, TimeSpan.TicksPerSecond));

    /// <summary>Writes a duration in seconds; leaves it out if it is null.</summary>
    public void Latest(LatestKey key, TimeSpan? value)
    {
        if (value is not null)
            Latest(key, value.Value);
        else
            LatestAbsent(key);
    }

    /// <summary>Writes an IP address; leaves it out if it is null.</summary>
    public void Latest(LatestKey key, IPAddress? value)
    {
        if (value is null)
        {
            LatestAbsent(key);
            return;
        }

        Span<byte> text = stackalloc byte[MaxAddressLength];
        value.TryFormat(text, out var length);
        text = text[..length];

        BeginLatest(key);
        var gap = text.IndexOf("::"u8);
        if (gap < 0 || text.ContainsAnyInRange((byte)'0', (byte)'9'))
        {
            Raw(text);
        }
        else
        {
            // Scope's page sorts addresses by their numbers, and fails for one without a digit, such as "::".
            Raw(text[..gap]);
            Raw(gap == 0 ? "0::"u8 : ":0::"u8);
            Raw(text[(gap + 2)..]);
        }

        EndLatest();
    }

    /// <summary>Writes an address as text; leaves it out if it is null.</summary>
    public void Latest(LatestKey key, Uri? value) => Latest(key, value?.OriginalString);

    /// <summary>
    /// Writes a link under <paramref name="key"/>, or a value that is not a web address as text under
    /// <paramref name="textKey"/>.
    /// </summary>
    public void LatestLink(LatestKey key, LatestKey textKey, Uri? value)
    {
        if (IsWebAddress(value))
            Latest(key, value.AbsoluteUri);
        else
            Latest(textKey, value);
    }

    /// <inheritdoc cref="LatestLink(LatestKey, LatestKey, Uri?)"/>
    public void LatestLink(LatestKey key, LatestKey textKey, string? value)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var address) && IsWebAddress(address))
            Latest(key, address.AbsoluteUri);
        else
            Latest(textKey, value);
    }

    /// <summary>Writes a link; leaves out a value that is not a web address.</summary>
    public void LatestLink(LatestKey key, Uri? value) => Latest(key, IsWebAddress(value) ? value.AbsoluteUri : null);

    /// <inheritdoc cref="LatestLink(LatestKey, Uri?)"/>
    public void LatestLink(LatestKey key, string? value) =>
        LatestLink(key, Uri.TryCreate(value, UriKind.Absolute, out var address) ? address : null);

    /// <summary>Writes whether a control can be used; leaves the control out if that is null.</summary>
    /// <param name="id">The control's id, escaped for JSON.</param>
    /// <param name="isAlive">Whether it can be used.</param>
    public void Control(ReadOnlySpan<byte> id, bool? isAlive)
    {
        if (isAlive is null)
            return;

        BeginMember(id);
        Raw(StampedDate);
        Raw("\",\"value\":{\"dead\":"u8);
        Raw(isAlive.Value ? "false}}"u8 : "true}}"u8);
    }

    private readonly ReadOnlySpan<byte> WholeStamp
    {
        [UnscopedRef]
        get => _stamp;
    }

    private readonly ReadOnlySpan<byte> StampedDate
    {
        [UnscopedRef]
        get => WholeStamp[..^Stamp.End.Length];
    }

    private void BeginLatest(LatestKey key)
    {
        BeginMember();
        Raw("\""u8);
        Raw(key.Start);
        if (key.RowId is not null)
        {
            RowId(key.RowId);
            Raw("___"u8);
            Raw(key.ColumnId);
        }

        if (key.Label is not null)
            Text(key.Label);
        Raw("\":"u8);
        Raw(WholeStamp);
    }

    private void LatestAbsent(LatestKey key) => Latest(key, (string?)null);

    private void EndLatest() => Raw("\"}"u8);

    /// <summary>Writes a row's id, escaped so that no part of it can be taken for the <c>___</c> after it.</summary>
    private void RowId(string id)
    {
        var start = 0;
        for (var i = 0; i < id.Length; i++)
        {
            var isUnsafe = id[i] is '%' || (id[i] is '_' && (i == id.Length - 1 || (i > 0 && id[i - 1] is '_')));
            if (!isUnsafe)
                continue;

            Text(id.AsSpan(start, i - start));
            Raw(id[i] is '%' ? "%25"u8 : "%5F"u8);
            start = i + 1;
        }

        Text(id.AsSpan(start));
    }

    private static bool IsWebAddress([NotNullWhen(true)] Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
