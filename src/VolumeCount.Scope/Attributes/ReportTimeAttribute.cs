namespace VolumeCount.Scope;

/// <summary>
/// Marks the report's property, a <see cref="DateTimeOffset"/>, that is the time at which the values of the report were
/// true. It becomes the <c>timestamp</c> of every <c>latest</c> value, in UTC with a precision of seconds (RFC 3339). Where
/// two sources report the same value, Scope shows the one with the newest timestamp. If the property is not set, the time of
/// writing is used.
/// </summary>
/// <example><code>[ReportTime] public required DateTimeOffset Time { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReportTimeAttribute : Attribute;
