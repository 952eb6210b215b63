using System.Globalization;
using System.Text;
using System.Text.Json;
using VolumeCount.Engines.Docker;
using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Inventory;

/// <summary>What a container costs for as long as it lives. Alone, because the memory is everybody's.</summary>
[Collection(nameof(MemoryTests))]
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTests(ITestOutputHelper output)
{
    private const int Containers = 10_000;
    private const int Measurements = 5;

    [Theory]
    [InlineData("""[]""", 400)]
    [InlineData(
        """[{"Type":"volume","Name":"NAME","Source":"/var/lib/docker/volumes/NAME/_data","Destination":"/var/lib/data","Driver":"local","RW":true}]""",
        600)]
    [InlineData(
        """[{"Type":"volume","Name":"data-NAME","Destination":"/var/lib/postgresql/data","Driver":"local","RW":true},{"Type":"bind","Source":"/srv/configuration/app","Destination":"/etc/app","RW":false},{"Type":"tmpfs","Destination":"/run"}]""",
        900)]
    public async Task Container_AtRest_CostsWellUnderAKilobyte(string mounts, int limit)
    {
        var measured = new List<long>();
        for (var i = 0; i < Measurements; i++)
            measured.Add(await MeasureAsync(mounts));

        // What other tests have left is collected at any time.
        measured.Sort();
        var bytes = measured[Measurements / 2];
        output.WriteLine($"{bytes} bytes a container");
        Assert.InRange(bytes, 1, limit);
    }

    private static async Task<long> MeasureAsync(string mounts)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var set = await ListAsync(mounts);
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / Containers;
        GC.KeepAlive(set);
        return bytes;
    }

    private static async Task<ContainerSet> ListAsync(string mounts)
    {
        var list = new StringBuilder("[");
        for (var i = 0; i < Containers; i++)
        {
            var name = i.ToString("x12", CultureInfo.InvariantCulture);
            var comma = i == 0 ? "" : ",";
            list.Append(
                CultureInfo.InvariantCulture,
                $$"""{{comma}}{"Id":"{{i:x64}}","Names":["/{{name}}"],"Mounts":{{mounts.Replace("NAME", name, StringComparison.Ordinal)}}}""");
        }

        list.Append(']');
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(list.ToString()));
        var containers = new List<Container>();
        await new JsonItems(stream, DockerEngine.MaxContainerBytes, DockerEngine.MaxListBytes).ReadAsync(
            (ref Utf8JsonReader reader, bool _) => containers.Add(
                ContainerJson.Read(ref reader, describes: false, out var _)),
            TestContext.Current.CancellationToken);

        var set = new ContainerSet();
        set.Complete(set.BeginAll(), [.. containers]);
        set.ToImmutableArray();
        return set;
    }
}
