namespace VolumeCount.Scope.Contract.Model;

/// <summary>A node's <c>latest</c> value.</summary>
/// <param name="Timestamp">When the value was true, in UTC. The newest of several wins; none at all is the year 1.</param>
/// <param name="Value">The value, which is text whatever it means.</param>
internal readonly record struct LatestValue(DateTime Timestamp, string Value);
