namespace VolumeCount.Tests.Unit.Architecture;

/// <summary>
/// Which namespace may use which: a reader finds each from the top down, and an author can take the kit alone.
/// </summary>
public sealed class NamespaceTests
{
    private const string Kit = "VolumeCount.Scope";

    private static readonly NamespaceGraph Graph = NamespaceGraph.Read(Kit, "VolumeCount");

    /// <summary>The uses that must not be: a namespace, with those below it, and the ones that it must not know.</summary>
    public static TheoryData<string, string[]> Forbidden => new()
    {
        { $"{Kit}.Vocabulary", [Kit] },
        { $"{Kit}.FileSystem", [Kit] },
        { $"{Kit}.Writing", [$"{Kit}.Hosting", $"{Kit}.Controls", $"{Kit}.Contract"] },
        { $"{Kit}.Controls", [$"{Kit}.Hosting", $"{Kit}.Contract"] },
        { $"{Kit}.Contract", [$"{Kit}.Hosting", $"{Kit}.Controls", $"{Kit}.Writing"] },
        { "VolumeCount.Inventory", ["VolumeCount.Engines", "VolumeCount.Report", "VolumeCount.Commands"] },
        { "VolumeCount.Report", ["VolumeCount.Engines", "VolumeCount.Commands"] },
        { "VolumeCount.Engines", ["VolumeCount.Report", "VolumeCount.Commands", $"{Kit}.Hosting"] },
        { "VolumeCount.Engines.Docker", ["VolumeCount.Engines.Cri"] },
        { "VolumeCount.Engines.Cri", ["VolumeCount.Engines.Docker"] },
    };

    [Fact]
    public void Namespaces_OfKitAndPlugin_HaveNoCircle() => Assert.Empty(Graph.FindCircle());

    [Fact]
    public void Kit_UsesNothingOfThePlugin()
    {
        var kit = NamespaceGraph.Read(Kit);

        Assert.All(
            kit.Uses, entry => Assert.All(entry.Value, use => Assert.True(Is(use.Key, Kit), $"{use.Value}: {use.Key}")));
        Assert.NotEmpty(kit.Uses[$"{Kit}.Hosting.Http"]);
    }

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Namespace_OfALowerLayer_UsesNoneAboveIt(string name, string[] forbidden)
    {
        var uses = Graph.Uses.Where(entry => Is(entry.Key, name)).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses.SelectMany(entry => entry.Value), use => Assert.False(
            forbidden.Any(other => Is(use.Key, other)) && !Is(use.Key, name), $"{use.Value} uses {use.Key}"));
    }

    private static bool Is(string name, string orBelow) =>
        name == orBelow || name.StartsWith($"{orBelow}.", StringComparison.Ordinal);
}
