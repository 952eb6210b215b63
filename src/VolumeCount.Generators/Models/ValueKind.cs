namespace VolumeCount.Generators.Models;

/// <summary>How a value is written.</summary>
internal enum ValueKind
{
    /// <summary>A <see cref="string"/>, as it is.</summary>
    Text,

    /// <summary>An integer that fits a <see cref="long"/>.</summary>
    Integer,

    /// <summary>A <see cref="ulong"/>.</summary>
    UnsignedInteger,
}
