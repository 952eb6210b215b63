using System.Collections.Immutable;
using Bogus;
using VolumeCount.Inventory;

namespace VolumeCount.Tests;

/// <summary>Makes random containers.</summary>
internal static class Containers
{
    public static Container Random(int? volumeCount = null) => new(RandomId(), Mounts(volumeCount ?? new Faker().Random.Int(0, 40)));

    public static string RandomId() => new Faker().Random.Hexadecimal(64, prefix: "");

    /// <summary>As many volumes, at paths in their order.</summary>
    public static ImmutableArray<Mount> Mounts(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Mount($"/data/{i:d3}", "volume", $"volume-{i}", "local", IsWritable: true))];
}
