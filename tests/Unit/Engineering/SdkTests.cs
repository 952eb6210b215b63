using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Engineering;

/// <summary>One SDK builds everything: another patch of it brings other packages than those that the lock files name.</summary>
public sealed partial class SdkTests
{
    private static readonly JsonNode Sdk = JsonNode.Parse(Read("global.json"))!["sdk"]!;

    [Fact]
    public void Version_OfTheImagesBuildStage_IsThatOfTheHost() =>
        Assert.Equal(Sdk["version"]!.GetValue<string>(), BuildStage().Match(Read("Dockerfile")).Groups["version"].Value);

    [Fact]
    public void Version_IsExact() => Assert.Equal("disable", Sdk["rollForward"]!.GetValue<string>());

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex(@"^FROM \S+/dotnet/sdk:(?<version>[\d.]+)-\S+ AS build$", RegexOptions.Multiline)]
    private static partial Regex BuildStage();
}
