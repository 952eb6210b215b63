using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Engineering;

/// <summary>Any SDK of the release builds everything; CI takes the one that wrote the lock files.</summary>
public sealed partial class SdkTests
{
    private static readonly string Locked =
        Regex.Match(Read("Directory.Build.props"), "<LockFilesSdkVersion>(.*)</").Groups[1].Value;

    [Fact]
    public void Version_IsAnyOfTheRelease()
    {
        var sdk = JsonNode.Parse(Read("global.json"))!["sdk"]!;

        Assert.Equal("10.0.100", sdk["version"]!.GetValue<string>());
        Assert.Equal("latestFeature", sdk["rollForward"]!.GetValue<string>());
    }

    [Fact]
    public void Version_OfTheImagesBuildStage_IsThatOfTheLockFiles() =>
        Assert.Equal(Locked, BuildStage().Match(Read("Dockerfile")).Groups["version"].Value);

    [Fact]
    public void Version_OnGitHub_IsThatOfTheLockFiles()
    {
        var versions = Directory.GetFiles(Path.Combine(Repository.Root, ".github/workflows"))
            .SelectMany(static file => WorkflowVersion().Matches(File.ReadAllText(file)))
            .Select(static match => match.Groups["version"].Value);

        Assert.Equal([Locked], versions.Distinct());
    }

    [Fact]
    public void Sources_OfTheImage_HaveAllSettingsOfTheBuild() => Assert.Empty(
        Directory.GetFiles(Repository.Root, "Directory.*").Append("global.json")
            .Select(static file => $"!{Path.GetFileName(file)}")
            .Except(File.ReadLines(Path.Combine(Repository.Root, ".dockerignore"))));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex(@"^FROM \S+/dotnet/sdk:(?<version>[\d.]+)-\S+ AS build$", RegexOptions.Multiline)]
    private static partial Regex BuildStage();

    [GeneratedRegex(@"dotnet-version: (?<version>\S+)")]
    private static partial Regex WorkflowVersion();
}
