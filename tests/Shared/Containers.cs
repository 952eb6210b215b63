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
            volumeCount ?? faker.Random.Int(0, 40));
    }
}
