using System.Text.Json.Nodes;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Image;

/// <summary>The list of what is in the image, which scanners and operators read, is whole.</summary>
[Trait(TestForm.Name, TestForm.Image)]
public sealed class SbomTests(Sbom sbom) : IClassFixture<Sbom>
{
    [Fact]
    public void List_HasWhatCycloneDxAsksFor()
    {
        var document = sbom.Require();

        Assert.Equal(("CycloneDX", "1.5"), (Text(document, "bomFormat"), Text(document, "specVersion")));
        Assert.Matches("^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", Text(document, "serialNumber"));
        var program = document["metadata"]!["component"]!;
        Assert.Equal(("volume-count", Sbom.Version), (Text(program, "name"), Text(program, "version")));
        var components = document["components"]!.AsArray();
        Assert.All(
            components,
            component => Assert.All(["type", "name", "version"], field => Assert.NotEmpty(Text(component!, field))));
        Assert.Distinct(components.Select(component => Text(component!, "bom-ref")));
    }

    [Fact]
    public async Task Packages_AreThoseOfTheLockFileAndTheRuntime()
    {
        var packages = sbom.Packages("pkg:nuget/");

        var locked = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, $"src/VolumeCount/packages.{Sbom.Platform}.lock.json"),
            TestContext.Current.CancellationToken));
        var expected = locked!["dependencies"]!.AsObject()
            .SelectMany(framework => framework.Value!.AsObject())
            .Where(package => Text(package.Value!, "type") != "Project")
            .DistinctBy(package => package.Key)
            .ToDictionary(package => package.Key, package => Text(package.Value!, "resolved"));
        Assert.All(expected, package => Assert.Equal(package.Value, packages.GetValueOrDefault(package.Key)));
        Assert.All(
            ["Microsoft.NETCore.App.Runtime", "Microsoft.NETCore.App.Runtime.NativeAOT", "Microsoft.AspNetCore.App.Runtime"],
            runtime => Assert.Equal(
                expected["Microsoft.DotNet.ILCompiler"], packages.GetValueOrDefault($"{runtime}.{Sbom.Platform}")));
    }

    [Fact]
    public async Task Packages_AreThoseThatGccLinksIn()
    {
        var packages = sbom.Packages("pkg:deb/");

        var glibc = await Command.OutputAsync("dpkg-query", "--show", "--showformat", "${Version}", "libc6-dev");
        Assert.Equal(glibc, packages.GetValueOrDefault("libc6-dev"));
        Assert.Contains(packages.Keys, package => package.StartsWith("libgcc-", StringComparison.Ordinal));
        // Advisories are about the source package.
        Assert.Contains(sbom.Addresses, address => address.EndsWith("&upstream=glibc", StringComparison.Ordinal));
    }

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();
}
