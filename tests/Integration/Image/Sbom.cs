using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Image;

/// <summary>What <c>eng/sbom.sh</c> prints, in a copy of the sources that is restored as for a native build.</summary>
public sealed class Sbom : IAsyncLifetime
{
    /// <summary>What the list is told to be the program's version.</summary>
    public const string Version = "1.2.3";

    private readonly TemporaryFolder _copy = new();
    private JsonNode? _document;

    /// <summary>The platform that a native build here is for.</summary>
    public static string Platform => RuntimeInformation.RuntimeIdentifier;

    /// <summary>The packages' addresses, which name their version and where they are from.</summary>
    public IEnumerable<string> Addresses =>
        Components.Select(component => component["purl"]?.GetValue<string>()).OfType<string>();

    private IEnumerable<JsonNode> Components => Require()["components"]!.AsArray().OfType<JsonNode>();

    public async ValueTask InitializeAsync()
    {
        string[] commands = ["jq", "dpkg-query", "gcc"];
        if ((await Command.RunAsync("which", commands)).ExitCode != 0)
            return;

        await SourceCopy.MakeAsync(_copy.Path);
        await Command.OutputAsync(
            "env", "--chdir", _copy.Path, "dotnet", "restore", "src/VolumeCount", "--locked-mode",
            $"-p:RuntimeIdentifier={Platform}");
        _document = JsonNode.Parse(await Command.OutputAsync(_copy.Combine("eng/sbom.sh"), Version));
    }

    /// <summary>The list; skips the running test where it cannot be made.</summary>
    public JsonNode Require()
    {
        if (_document is null)
            Assert.Skip("needs the commands jq, dpkg-query and gcc");
        return _document;
    }

    /// <summary>The versions of the packages whose address begins like this, by name.</summary>
    public Dictionary<string, string> Packages(string address) => Components
        .Where(component => component["purl"]?.GetValue<string>().StartsWith(address, StringComparison.Ordinal) ?? false)
        .ToDictionary(
            component => component["name"]!.GetValue<string>(), component => component["version"]!.GetValue<string>());

    public ValueTask DisposeAsync()
    {
        _copy.Dispose();
        return ValueTask.CompletedTask;
    }
}
