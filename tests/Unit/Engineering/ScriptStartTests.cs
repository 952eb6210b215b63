using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Engineering;

/// <summary>
/// The scripts as people start them, up to the check of what they need. They run from a copy without execute permissions,
/// with a <c>dotnet</c> made up by the test.
/// </summary>
public sealed class ScriptStartTests : IDisposable
{
    private const string NoSdk = "exit 127";

    private readonly TemporaryFolder _folder = new();

    public ScriptStartTests()
    {
        string[] files = ["run", "test", "bench", ".ci/run", "global.json", "Directory.Build.props"];
        var scripts = Directory.GetFiles(Path.Combine(Repository.Root, "eng"), "*.sh")
            .Select(static file => Path.GetRelativePath(Repository.Root, file));
        foreach (var file in files.Concat(scripts))
        {
            var copy = Checkout(file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Repository.Root, file), copy);
            File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Theory]
    [InlineData("bash test Takeover")]
    [InlineData("bash run report")]
    [InlineData("bash bench --only micro")]
    [InlineData("bash .ci/run")]
    [InlineData("bash eng/mutate.sh")]
    [InlineData("bash eng/coverage.sh")]
    public async Task Script_StartedInTheBackground_FindsItself(string start) =>
        AssertMissesTheSdk(await RunAsync(NoSdk, $"trap '' INT && {start}")); // As `… &` does.

    [Theory]
    [InlineData("cd / && bash \"$OLDPWD/run\" report")]
    [InlineData("CDPATH=/usr:/ bash run report")]
    [InlineData("bash --posix run report")]
    [InlineData("POSIXLY_CORRECT=1 bash run report")]
    [InlineData("LC_ALL=xx_XX.UTF-8 bash run report 2> >(grep --invert-match '^bash: warning: setlocale' >&2)")]
    public async Task Script_InTheUsersShell_FindsItself(string start) => AssertMissesTheSdk(await RunAsync(NoSdk, start));

    [Fact]
    public async Task Script_WithoutAnSdk_OffersTwoWaysToPaste()
    {
        var result = await RunAsync(NoSdk, "bash run report");

        Assert.Equal(
            [
                "A .NET SDK 10.0 is needed and was not found.",
                "Either install it for yourself, with Microsoft's script:",
                "    curl --location https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0",
                "    export PATH=$HOME/.dotnet:$PATH",
                "or build the image in Docker, without an SDK, and run it:",
                $"    docker build --tag volume-count {Checkout("")}",
                "    docker run --rm --mount type=bind,source=/var/run/docker.sock,destination=/var/run/docker.sock "
                    + "volume-count report",
            ],
            result.ErrorLines);
    }

    [Fact]
    public async Task Script_WithTheSdkOfAnotherRelease_NamesIt()
    {
        var result = await RunAsync("[ $1 = --list-sdks ] && echo '9.0.100 [/sdk]'", "bash run report");

        Assert.Equal("A .NET SDK 10.0 is needed and was not found. Found here: 9.0.100 [/sdk].", result.ErrorLines[0]);
    }

    [Fact]
    public async Task Script_WithAnSdkThatDoesNotStart_GivesItsReason()
    {
        const string Sdk = "[ $1 = --list-sdks ] && echo '10.0.100 [/sdk]' || { printf '\\nNo libicu.\\n' >&2; exit 131; }";

        AssertFails("The .NET SDK does not start: No libicu.", await RunAsync(Sdk, "bash run report"));
    }

    [Fact]
    public async Task Script_InCI_TakesTheSdkOfTheLockFilesAlone()
    {
        var result = await RunAsync("echo 10.0.107", "CI=true bash run report");

        Assert.Matches(
            @"^CI restores what the lock files name, which takes the \.NET SDK 10\.0\.\d+\. Found: 10\.0\.107\.$",
            Assert.Single(result.ErrorLines));
    }

    [Theory]
    [InlineData("HOME=$PWD/missing", "missing")]
    [InlineData("HOME=$PWD/run", "run")]
    [InlineData("DOTNET_CLI_HOME=$PWD/run/folder", "run/folder")]
    public async Task Script_WithoutAHomeFolder_SaysWhatToSet(string setting, string home) => AssertFails(
        $"The home folder {Checkout(home)}, in which .NET keeps packages, does not exist or cannot be written to."
            + " Set HOME, or DOTNET_CLI_HOME, to a folder of your own.",
        await RunAsync("echo 10.0.100", $"{setting} bash run report"));

    [Fact]
    public async Task Script_WithAnotherHomeForDotnet_NeedsNoOther() =>
        AssertMissesTheSdk(await RunAsync(NoSdk, "HOME=/missing DOTNET_CLI_HOME=$PWD/home bash run report"));

    [Fact]
    public async Task Script_InAReadOnlyCheckout_SaysSo()
    {
        Directory.CreateDirectory(Checkout("src/VolumeCount/obj"));
        // Root may write to any folder, but not to a read-only file system.
        var result = Environment.IsPrivilegedProcess
            ? await RunAsync(NoSdk, "unshare --mount sh -c 'mount --bind -o ro . . && cd . && bash \"$PWD/run\" report'")
            : await RunAsync(NoSdk, "chmod a-w src/VolumeCount/obj && bash run report");

        Assert.EndsWith($"Use a checkout of your own: git clone {Checkout("")}", Assert.Single(result.ErrorLines));
        Assert.Contains(" cannot be written to (owner: ", result.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_OnAFullDisk_SaysSo()
    {
        const string NoSpace = """df() { printf 'Avail\n    3\n'; }; export -f df; bash run report""";
        var result = await RunAsync("[ $1 = --version ] && echo 10.0.100 || { echo 'It is full.'; exit 1; }", NoSpace);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            ["Building the plugin.", "It is full.", $"The disk is full: 3 MiB are left for {Checkout("")}."],
            result.ErrorLines[..3]);
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertMissesTheSdk(CommandResult result)
    {
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("A .NET SDK 10.0 is needed and was not found.", result.ErrorLines);
    }

    private static void AssertFails(string error, CommandResult result)
    {
        Assert.Equal(error, Assert.Single(result.ErrorLines));
        Assert.Equal(1, result.ExitCode);
    }

    private string Checkout(string file) =>
        Path.TrimEndingDirectorySeparator(Path.Combine(_folder.Combine("checkout"), file));

    /// <summary>Runs a command in the checkout.</summary>
    /// <param name="dotnet">What <c>dotnet</c> does, in the shell's language.</param>
    /// <param name="command">The command, in bash's language.</param>
    private Task<CommandResult> RunAsync(string dotnet, string command)
    {
        const string Script = """
            mkdir "$1/bin"
            printf '#!/bin/sh\n%s\n' "$2" >"$1/bin/dotnet"
            chmod +x "$1/bin/dotnet"
            export PATH=$1/bin:$PATH
            unset CI DOTNET_CLI_HOME
            cd "$1/checkout" && eval "$3"
            """;
        return Engineering.Script.RunAsync("bash", "-c", Script, "bash", _folder.Path, dotnet, command);
    }
}
