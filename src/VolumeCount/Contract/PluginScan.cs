namespace VolumeCount.Contract;

/// <summary>What a look into the plugins folder found.</summary>
/// <param name="Sockets">The paths of the plugins' sockets, in ordinal order.</param>
/// <param name="Warnings">What Scope's probe would log about all else, in its own words.</param>
internal sealed record PluginScan(IReadOnlyList<string> Sockets, IReadOnlyList<string> Warnings);
