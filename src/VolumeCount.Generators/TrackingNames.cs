namespace VolumeCount.Generators;

/// <summary>The names of the pipeline's steps, by which tests ask what ran again.</summary>
internal static class TrackingNames
{
    /// <summary>From an attributed class to a <see cref="Plugin.ParseResult"/>.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>The parser's diagnostics, one value each.</summary>
    public const string Diagnostics = nameof(Diagnostics);

    /// <summary>The reports whose contexts would have the same name.</summary>
    public const string Clashes = nameof(Clashes);

    /// <summary>The diagnostics for attributes that no report reads.</summary>
    public const string Strays = nameof(Strays);

    /// <summary>The models that source is emitted from.</summary>
    public const string Reports = nameof(Reports);
}
