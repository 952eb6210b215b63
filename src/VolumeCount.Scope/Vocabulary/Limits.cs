namespace VolumeCount.Scope.Vocabulary;

/// <summary>The limits of an exchange between a probe and a plugin (Scope 1.13.2: probe/plugins/registry.go).</summary>
internal static class Limits
{
    /// <summary>
    /// The time in which a plugin must have responded, and the probe must have decoded the response, in milliseconds.
    /// </summary>
    public const int TimeoutMilliseconds = 500;

    /// <summary>The largest body of a response, in bytes.</summary>
    public const int MaxBodyBytes = 50 * 1024 * 1024;
}
