namespace VolumeCount.Scope.Contract.Model;

/// <summary>A node's <c>latest</c> value.</summary>
/// <param name="Timestamp">
/// The time at which the value was true, in UTC; the year 1 without a timestamp. Scope keeps the newest of several values.
/// </param>
/// <param name="Value">The value, which is always text.</param>
internal readonly record struct LatestValue(DateTime Timestamp, string Value);
