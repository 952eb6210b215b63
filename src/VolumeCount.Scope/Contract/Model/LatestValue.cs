namespace VolumeCount.Scope.Contract.Model;

/// <summary>
/// A node's <c>latest</c> value, with the time at which it was true, in UTC; the year 1 without a timestamp. Scope keeps the
/// newest of several values.
/// </summary>
internal readonly record struct LatestValue(DateTime Timestamp, string Value);
