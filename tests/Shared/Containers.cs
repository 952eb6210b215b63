using System.Security.Cryptography;
using VolumeCount.Inventory;

namespace VolumeCount.Tests;

/// <summary>Makes random containers.</summary>
internal static class Containers
{
    private static int _owners;

    /// <summary>A container whose volumes no other container has.</summary>
    public static Container Random(int? volumeCount = null) =>
        new(RandomId(), Mounts(volumeCount ?? RandomNumberGenerator.GetInt32(41), NextOwner()));

    public static string RandomId() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>An id that the seed of the given source decides.</summary>
    public static string RandomId(Random random) => random.GetHexString(64, lowercase: true);

    /// <summary>A name for the volumes of one container.</summary>
    public static string NextOwner() => $"v{Interlocked.Increment(ref _owners):d5}";

    /// <summary>As many volumes, at paths in their order.</summary>
    public static EquatableArray<Mount> Mounts(int count, string owner = "volume") =>
        [.. Enumerable.Range(0, count).Select(
            i => new Mount($"/data/{i:d3}", "volume", $"{owner}-{i}", "local", IsWritable: true))];
}
