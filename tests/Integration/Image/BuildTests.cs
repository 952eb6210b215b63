using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Image;

/// <summary>What is in the image does not depend on where, or in which way, it was built.</summary>
[Trait(TestForm.Name, TestForm.Image)]
public sealed class BuildTests : IAsyncDisposable
{
    // What goes into the program beside our sources and the packages.
    private const string Toolchain =
        "cat $(gcc -print-file-name=libc.a) $(gcc -print-file-name=libgcc.a) $(command -v ld) | sha256sum";

    private static readonly TimeSpan BuildDeadline = TimeSpan.FromMinutes(8);

    private readonly TemporaryFolder _copy = new();
    private readonly string _image = $"volume-count-build:{Guid.NewGuid():n}";

    [Fact]
    public async Task Build_OfTheSameSourcesInAForkByAPrivateUser_GivesTheSameProgram()
    {
        var tested = await ImageContents.ReadAsync(PluginImage.Require());
        await SourceCopy.CommitAsync(_copy.Path);

        await BuildAsync(_copy.Path, "--on-host", "umask 077");

        Assert.Equal(tested.Files, (await ImageContents.ReadAsync(_image)).Files);
    }

    [Fact]
    public async Task Build_InDocker_GivesTheSameContentsAsOnTheHost()
    {
        var onHost = await ImageContents.ReadAsync(PluginImage.Require());
        var sdk = await Command.OutputAsync(
            "sed", "--quiet", @"s/^FROM \(.*\) AS build$/\1/p", Path.Combine(Repository.Root, "Dockerfile"));
        if ((await Command.RunAsync("docker", ["image", "inspect", sdk])).ExitCode != 0
            && (await Command.RunAsync("timeout", ["290", "docker", "pull", sdk], timeout: BuildDeadline)).ExitCode != 0)
        {
            Assert.Skip($"needs the image {sdk} (docker pull {sdk})");
        }

        await BuildAsync(Repository.Root, "--in-docker");

        var inDocker = await ImageContents.ReadAsync(_image);
        Assert.Equal(onHost.Configuration.ToJsonString(), inDocker.Configuration.ToJsonString());
        var (expected, actual) = (Assert.Single(onHost.Files), Assert.Single(inDocker.Files));
        // Where the two differ in gcc or glibc, so do the bytes that come from these.
        var version = onHost.Configuration["Labels"]!["org.opencontainers.image.version"]!.GetValue<string>();
        if (!await HaveTheSameToolchainAsync(version))
            actual = actual with { Digest = expected.Digest, Length = expected.Length };
        Assert.Equal(expected, actual);
    }

    public async ValueTask DisposeAsync()
    {
        await Command.RunAsync("docker", ["image", "rm", "--force", _image, $"{_image}-stage"]);
        _copy.Dispose();
    }

    private async Task BuildAsync(string repository, string way, string before = ":")
    {
        var built = await Command.RunAsync(
            "bash", ["-c", $"{before}; exec \"$@\"", "bash", Path.Combine(repository, "eng/image.sh"), way, "--tag", _image],
            timeout: BuildDeadline);
        Assert.True(built.ExitCode == 0, built.Error);
    }

    private async Task<bool> HaveTheSameToolchainAsync(string version)
    {
        // The stage that the build has just made, out of the engine's cache.
        await DockerCli.RunAsync(
            "build", "--quiet", "--target", "build", "--build-arg", $"VERSION={version}", "--tag", $"{_image}-stage",
            Repository.Root);
        var inDocker = await DockerCli.RunAsync(
            [
                "run", "--rm", .. Engine.Marks(), "--network", "none", "--entrypoint", "bash", $"{_image}-stage",
                "-c", Toolchain,
            ]);
        return inDocker == await Command.OutputAsync("bash", "-c", Toolchain);
    }
}
