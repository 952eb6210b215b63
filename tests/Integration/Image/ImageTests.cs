using System.Formats.Tar;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Image;

/// <summary>What an operator can read off the image without running it, and what it prints.</summary>
[Trait(TestForm.Name, TestForm.Image)]
public sealed class ImageTests
{
    /// <summary>What the image may weigh, uncompressed.</summary>
    private const long MaxBytes = 18_000_000;

    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute |
        UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    [Fact]
    public async Task Files_AreTheProgramAlone()
    {
        var contents = await ImageContents.ReadAsync(PluginImage.Require());

        var program = Assert.Single(contents.Files);
        Assert.Equal(
            ("volume-count", TarEntryType.RegularFile, Executable, 0, 0),
            (program.Name, program.Type, program.Mode, program.Uid, program.Gid));
        Assert.InRange(program.Length, 1, MaxBytes);
    }

    [Fact]
    public async Task Entrypoint_IsTheProgramWithoutAShell()
    {
        var config = (await ImageContents.ReadAsync(PluginImage.Require())).Configuration;

        Assert.Equal("""["/volume-count"]""", config["Entrypoint"]!.ToJsonString());
        Assert.Equal("""["CMD","/volume-count","healthcheck"]""", config["Healthcheck"]!["Test"]!.ToJsonString());
        Assert.Null(config["Cmd"]);
        Assert.Null(config["ExposedPorts"]);
        Assert.Null(config["Volumes"]);
    }

    [Fact]
    public async Task Labels_SayWhatItIsAndTheVersionThatTheProgramPrints()
    {
        var labels = (await ImageContents.ReadAsync(PluginImage.Require())).Configuration["Labels"]!;

        var version = await PluginProcess.RunAsync("--version");

        Assert.Equal(0, version.ExitCode);
        Assert.Equal(version.Output.Trim(), labels["org.opencontainers.image.version"]!.GetValue<string>());
        Assert.Equal("Volume Count", labels["org.opencontainers.image.title"]!.GetValue<string>());
        Assert.Equal("Apache-2.0", labels["org.opencontainers.image.licenses"]!.GetValue<string>());
        Assert.Equal(
            Environment.GetEnvironmentVariable("IMAGE_SOURCE") ?? "",
            labels["org.opencontainers.image.source"]!.GetValue<string>());
        // Scope hides what has this label among the containers of the system.
        Assert.Equal("system", labels["works.weave.role"]!.GetValue<string>());
    }

    /// <summary>.NET's crash dumps need a program that the image does not have.</summary>
    [Fact]
    public async Task Program_WhereCrashDumpsAreAskedFor_StartsAllTheSame()
    {
        var result = await Command.RunAsync(
            "docker",
            [
                "run", "--rm", .. Engine.Marks(), "--network", "none", "--env", "DOTNET_DbgEnableMiniDump=1",
                PluginImage.Require(), "--version",
            ]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/deployment.md")]
    public async Task Documentation_TellsToRunItAsItIsTested(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, file), TestContext.Current.CancellationToken);

        Assert.Contains($"    {string.Join(' ', PluginImage.LockedDown)} \\\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sh")]
    [InlineData("/bin/sh")]
    [InlineData("apt-get")]
    public async Task Command_OtherThanTheProgram_IsNotThere(string command)
    {
        var result = await Command.RunAsync(
            "docker",
            ["run", "--rm", .. Engine.Marks(), "--network", "none", "--entrypoint", command, PluginImage.Require()]);

        Assert.Equal(127, result.ExitCode);
    }
}
