using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Author;

/// <summary>
/// What the author of a new plugin has: an empty folder, the two packages in a folder feed, the sources of packages that
/// this machine has, and a home of its own, so that nothing of ours gets into the user's.
/// </summary>
public sealed class AuthorMachine : IAsyncLifetime
{
    // A busy machine with two processors takes minutes for what an idle one does in seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _environment = [];
    private string _usersPackages = "";

    /// <summary>The folder with the packages.</summary>
    internal string Feed => _folder.Combine("feed");

    /// <summary>The sources of the packages, committed to a repository of their own.</summary>
    internal string Sources => _folder.Combine("sources");

    /// <summary>The package with the template.</summary>
    internal string TemplatePackage => Directory.GetFiles(Feed, "VolumeCount.Scope.Templates.*.nupkg").Single();

    /// <summary>The version of the packages.</summary>
    internal string Version =>
        Path.GetFileNameWithoutExtension(TemplatePackage)["VolumeCount.Scope.Templates.".Length..];

    /// <summary>Whether the user's own cache had the kit before the tests.</summary>
    internal bool HadKit { get; private set; }

    /// <summary>Whether the user's own cache has the kit now.</summary>
    internal bool HasKit => Directory.Exists(Path.Combine(_usersPackages, "volumecount.scope"));

    private string Home => _folder.Combine("home");

    public async ValueTask InitializeAsync()
    {
        var locals = await Command.OutputAsync("dotnet", "nuget", "locals", "global-packages", "--list");
        _usersPackages = locals.Split(": ")[1].Trim();
        HadKit = HasKit;
        await PackAsync();
        PrepareHome();
        await DotnetAsync(_folder.Path, "new", "install", TemplatePackage);
    }

    /// <summary>Makes a plugin from the template, and returns its folder.</summary>
    internal async Task<string> CreateAsync(string name, params string[] options)
    {
        await DotnetAsync(_folder.Path, ["new", "scope-plugin", "--name", name, .. options]);
        return _folder.Combine(name);
    }

    /// <summary>Runs a command of <c>dotnet</c> that must succeed, and returns its output.</summary>
    internal async Task<string> DotnetAsync(string folder, params string[] arguments)
    {
        var result = await RunAsync(folder, "dotnet", arguments);
        Assert.True(
            result.ExitCode == 0,
            $"dotnet {string.Join(' ', arguments)} ended with {result.ExitCode}:\n{result.Output}\n{result.Error}");
        return result.Output;
    }

    /// <summary>Packs the two packages of a copy of the sources into a folder.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="folder">The folder for the packages.</param>
    /// <param name="before">What the shell does before.</param>
    internal static async Task PackAsync(string copy, string folder, string before = ":")
    {
        // The analyzers have read the same sources in the build of the tests.
        var packed = await Command.RunAsync(
            "bash",
            ["-c", $"{before}; RunAnalyzers=false exec \"$@\"", "bash", Path.Combine(copy, "eng/pack.sh"), folder],
            timeout: Patience);
        Assert.True(packed.ExitCode == 0, $"eng/pack.sh ended with {packed.ExitCode}:\n{packed.Output}\n{packed.Error}");
    }

    /// <summary>Runs a command in a folder.</summary>
    internal Task<CommandResult> RunAsync(string folder, string file, params string[] arguments) =>
        Command.RunAsync("env", ["--chdir", folder, file, .. arguments], _environment, Patience);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    // From a copy: in the repository, other tests may build the same projects.
    private async Task PackAsync()
    {
        Directory.CreateDirectory(Sources);
        await SourceCopy.CommitAsync(Sources);
        await PackAsync(Sources, Feed);
    }

    private void PrepareHome()
    {
        // The user's sources of packages, wherever they are.
        var users = Environment.GetEnvironmentVariable("DOTNET_CLI_HOME") ?? Environment.GetEnvironmentVariable("HOME");
        var settings = Directory.CreateDirectory(Path.Combine(Home, ".nuget/NuGet")).FullName;
        var usersSettings = new DirectoryInfo(Path.Combine(users ?? "/", ".nuget/NuGet"));
        foreach (var file in usersSettings.Exists ? usersSettings.GetFiles() : [])
            file.CopyTo(Path.Combine(settings, file.Name));
        File.WriteAllText(
            _folder.Combine("nuget.config"),
            """
            <configuration>
              <packageSources>
                <add key="kit" value="feed" />
              </packageSources>
            </configuration>
            """);

        _environment["HOME"] = Home;
        _environment["DOTNET_CLI_HOME"] = Home;
        _environment["NUGET_PACKAGES"] = Path.Combine(Home, "packages");
        // What the machine has need not be downloaded again.
        _environment["NUGET_FALLBACK_PACKAGES"] = _usersPackages;
        _environment["CI"] = null;
        _environment["NuGetAudit"] = "false";
        _environment["DOTNET_NOLOGO"] = "1";
        _environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        _environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        _environment["MSBUILDDISABLENODEREUSE"] = "1";
        _environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        _environment["UseSharedCompilation"] = "false";
    }
}
