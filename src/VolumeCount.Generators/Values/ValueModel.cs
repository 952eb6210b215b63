namespace VolumeCount.Generators.Values;

/// <summary>The value of a property.</summary>
/// <param name="Kind">What the value is.</param>
/// <param name="IsNullableStruct">Whether the property's type is a <see cref="Nullable{T}"/>.</param>
/// <param name="Enumeration">The enumeration that the value is of, if it is of one.</param>
internal sealed record ValueModel(ValueKind Kind, bool IsNullableStruct, EnumerationModel? Enumeration = null)
{
    /// <summary>How Scope draws the value by default; empty for plain text.</summary>
    public string DataType => Kind switch
    {
        _ when IsNumber => "number",
        ValueKind.Moment => "datetime",
        ValueKind.Duration => "duration",
        ValueKind.Address => "ip",
        ValueKind.Link => "link",
        _ => "",
    };

    /// <summary>Whether the value is a number of any kind.</summary>
    public bool IsNumber =>
        Kind is ValueKind.Integer or ValueKind.UnsignedInteger or ValueKind.Real or ValueKind.Single or ValueKind.Decimal;

    /// <summary>Whether the value can be a link.</summary>
    public bool CanBeLink => Kind is ValueKind.Text or ValueKind.Link or ValueKind.Unknown;
}
