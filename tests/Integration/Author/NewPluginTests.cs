using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.SocketLife;

namespace VolumeCount.Tests.Integration.Author;

/// <summary>What docs/your-own-plugin.md describes, done from outside with the packages alone.</summary>
/// <remarks>Not beside other tests, which its builds would slow down.</remarks>
[Collection(nameof(TimedTests))]
public sealed class NewPluginTests(AuthorMachine machine) : IClassFixture<AuthorMachine>, IDisposable
{
    // Until the socket exists.
    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _plugins = new();

    [Theory]
    [InlineData("Uptime", "uptime")]
    [InlineData("BusyHosts", "busy-hosts", "--control")]
    [InlineData("Boxes", "boxes", "--topology", "container", "--control")]
    [InlineData("Tasks", "tasks", "--topology", "process")]
    public async Task Plugin_FromTheTemplate_BuildsWithoutAWarningPassesItsTestsAndKeepsToTheContract(
        string name, string id, params string[] options)
    {
        var folder = await machine.CreateAsync(name, options);

        await machine.DotnetAsync(folder, "build", "-warnaserror");
        await machine.DotnetAsync(folder, "test", "--no-build");

        await AssertServesAsync(Path.Combine(folder, $"src/{name}/bin/Debug/net10.0", id), id);
        Assert.Equal(machine.HadKit, machine.HasKit);
    }

    [Fact]
    public async Task Plugin_PublishedAsANativeProgram_IsOneFileThatKeepsToTheContract()
    {
        await RequireNativeToolchainAsync();
        var folder = await machine.CreateAsync("Native");
        var output = Path.Combine(folder, "out");

        await machine.DotnetAsync(
            folder, "publish", "src/Native", "--output", output, "-warnaserror",
            "--runtime", $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}");

        var program = Path.Combine(output, "native");
        Assert.Empty(Directory.GetDirectories(output));
        Assert.DoesNotContain(Directory.GetFiles(output), file => file.EndsWith(".dll", StringComparison.Ordinal));
        await AssertServesAsync(program, "native");
    }

    [Fact]
    public void Kit_HasTheGeneratorItsDocumentationAndTheLicence()
    {
        using var package = ZipFile.OpenRead(Path.Combine(machine.Feed, $"VolumeCount.Scope.{machine.Version}.nupkg"));

        var files = package.Entries.Select(entry => entry.FullName).ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                "lib/net10.0/VolumeCount.Scope.dll",
                "lib/net10.0/VolumeCount.Scope.xml",
                "analyzers/dotnet/cs/VolumeCount.Generators.dll",
                "analyzers/dotnet/cs/VolumeCount.Generators.CodeFixes.dll",
                "buildTransitive/VolumeCount.Scope.props",
                "buildTransitive/VolumeCount.Scope.targets",
                "README.md",
                "LICENSE",
            },
            files);
    }

    [Fact]
    public async Task Packages_OfAnotherClone_HaveTheSameBytes()
    {
        await RequireTimesOfPackagesAsync();
        var (clone, feed) = (_plugins.Combine("another/clone/of/the/sources"), _plugins.Combine("another-feed"));
        await SourceCopy.CloneAsync(machine.Sources, clone);

        await AuthorMachine.PackAsync(clone, feed, "umask 077; export TZ=Asia/Tokyo LANG=tr_TR.UTF-8");

        Assert.Equal(await DigestsAsync(machine.Feed), await DigestsAsync(feed));
    }

    [Fact]
    public async Task Template_WhenUninstalled_IsGone()
    {
        // Another home, because the other tests need the template.
        var home = _plugins.Combine("home");
        string[] dotnet = [$"DOTNET_CLI_HOME={home}", "dotnet", "new"];
        var installed = await machine.RunAsync(_plugins.Path, "env", [.. dotnet, "install", machine.TemplatePackage]);
        var uninstalled = await machine.RunAsync(
            _plugins.Path, "env", [.. dotnet, "uninstall", "VolumeCount.Scope.Templates"]);

        var gone = await machine.RunAsync(_plugins.Path, "env", [.. dotnet, "scope-plugin", "--name", "Gone"]);

        Assert.Equal((0, 0), (installed.ExitCode, uninstalled.ExitCode));
        Assert.NotEqual(0, gone.ExitCode);
    }

    public void Dispose() => _plugins.Dispose();

    private async Task AssertServesAsync(string program, string id)
    {
        var socket = _plugins.Combine($"{id}.sock");
        using var plugin = Process.Start(program, ["serve", "--plugins-dir", _plugins.Path]);
        try
        {
            var check = new CommandResult(-1, "", "");
            await Wait.UntilAsync(
                async () => (check = await Command.RunAsync(
                    program, ["check", "--strict", "--timeout", "60", socket])).ExitCode == 0,
                () => $"the check of {id} passes:\n{check.Output}\n{check.Error}",
                TestContext.Current.CancellationToken,
                StartDeadline);
            Assert.Contains("Scope would show: ok", check.Output, StringComparison.Ordinal);

            var report = await Command.RunAsync(program, ["report"]);
            Assert.True(report.ExitCode == 0, report.Error);
            await Command.OutputAsync("bash", "-c", $"kill -TERM {plugin.Id}");
            await plugin.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(StartDeadline);
            Assert.Equal(0, plugin.ExitCode);
            Assert.False(File.Exists(socket));
        }
        finally
        {
            if (!plugin.HasExited)
                plugin.Kill();
        }
    }

    private static Task<string> DigestsAsync(string folder) => Command.OutputAsync(
        "bash", "-c", $"cd '{folder}' && sha256sum -- *");

    private static async Task RequireTimesOfPackagesAsync()
    {
        var sdk = await Command.OutputAsync("env", "--chdir", Repository.Root, "dotnet", "--version");
        if (Version.Parse(sdk.Split('-')[0]) < new Version(10, 0, 400))
            Assert.Skip($"needs the .NET SDK 10.0.400 or later, which sets the times in packages, and not {sdk}");
    }

    private static async Task RequireNativeToolchainAsync()
    {
        var found = await Command.RunAsync(
            "bash",
            [
                "-c",
                "command -v gcc && test -f \"$(gcc -print-file-name=libc.a)\" "
                    + "&& \"$(gcc -print-prog-name=ld)\" --help | grep -- --no-warnings",
            ]);
        if (found.ExitCode != 0)
            Assert.Skip("needs gcc, glibc's static library and binutils 2.40 to link a native program");
    }
}
