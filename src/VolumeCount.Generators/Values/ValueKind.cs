namespace VolumeCount.Generators.Values;

/// <summary>What a value is, which decides how it is written and drawn.</summary>
internal enum ValueKind
{
    /// <summary>A <see cref="string"/>.</summary>
    Text,

    /// <summary>An integer that fits a <see cref="long"/>.</summary>
    Integer,

    /// <summary>A <see cref="ulong"/>.</summary>
    UnsignedInteger,

    /// <summary>A <see cref="double"/>.</summary>
    Real,

    /// <summary>A <see cref="float"/>.</summary>
    Single,

    /// <summary>A <see cref="decimal"/>.</summary>
    Decimal,

    /// <summary>A <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>An enumeration.</summary>
    Enumeration,

    /// <summary>A <see cref="DateTimeOffset"/>.</summary>
    Moment,

    /// <summary>A <see cref="TimeSpan"/>.</summary>
    Duration,

    /// <summary>A <see cref="System.Net.IPAddress"/>.</summary>
    Address,

    /// <summary>A <see cref="Uri"/>.</summary>
    Link,

    /// <summary>A collection of strings.</summary>
    Texts,

    /// <summary>Nothing that a report can hold.</summary>
    Unknown,
}
