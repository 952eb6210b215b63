using System.Reflection;
using VolumeCount.Scope.Hosting.Commands;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Engineering;

/// <summary><c>eng/versions.sh</c>, which keeps a release from naming two versions.</summary>
public sealed class VersionsTests : IDisposable
{
    private static readonly string Versions = Path.Combine(Repository.Root, "eng/versions.sh");

    private static readonly string Version =
        typeof(PluginHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Files_AllNameTheVersionOfTheProgram() =>
        Assert.Equal(new CommandResult(0, "", ""), await Script.RunAsync(Versions, Version));

    [Fact]
    public async Task Files_AreThoseOfTheScriptsOwnCheckout_WhateverTheUsersPathOfFolders()
    {
        Directory.CreateDirectory(_folder.Combine("eng"));

        var result = await Script.RunAsync(
            "bash", "-c", "cd \"$1\" && CDPATH=$2 bash eng/versions.sh \"$3\"", "bash", Repository.Root, _folder.Path,
            Version);

        Assert.Equal(new CommandResult(0, "", ""), result);
    }

    [Fact]
    public async Task Files_OfAnotherVersion_AreNamed()
    {
        var result = await Script.RunAsync(Versions, "999.0.0");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            [
                "Directory.Build.props",
                "deploy/kubernetes/base/kustomization.yaml",
                "compose.yaml",
                "README.md",
                "docs/deployment.md",
                "templates/scope-plugin/src/ScopePlugin1/ScopePlugin1.csproj",
            ],
            result.ErrorLines.Select(static line => line.Split(' ')[0]));
    }

    public void Dispose() => _folder.Dispose();
}
