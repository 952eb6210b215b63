using System.Security.Cryptography;
using VolumeCount.Inventory;

namespace VolumeCount.Tests;

/// <summary>Makes random containers.</summary>
internal static class Containers
{
    public static Container Random(int? volumeCount = null) => new(RandomId(), Mounts(volumeCount ?? RandomNumberGenerator.GetInt32(41)));

    public static string RandomId() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>An id that the seed of the given source decides.</summary>
    public static string RandomId(Random random) => random.GetHexString(64, lowercase: true);

    /// <summary>As many volumes, at paths in their order.</summary>
    public static EquatableArray<Mount> Mounts(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Mount($"/data/{i:d3}", "volume", $"volume-{i}", "local", IsWritable: true))];
}
