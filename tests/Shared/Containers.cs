using System.Collections.Immutable;
using Bogus;
using VolumeCount.Inventory;

namespace VolumeCount.Tests;

/// <summary>Makes random containers.</summary>
internal static class Containers
{
    public static Container Random(int? volumeCount = null)
    {
        var faker = new Faker();
        return new Container(
            faker.Random.Hexadecimal(64, prefix: ""),
            faker.Internet.DomainWord(),
            faker.PickRandom("created", "running", "paused", "exited"),
            Mounts(volumeCount ?? faker.Random.Int(0, 40)));
    }

    /// <summary>As many volumes, at paths in their order.</summary>
    public static ImmutableArray<Mount> Mounts(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Mount($"/data/{i:d3}", "volume", $"volume-{i}", "local", IsWritable: true))];
}
