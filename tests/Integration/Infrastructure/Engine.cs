using Bogus;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Volumes;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>
/// The real Docker engine that the tests run against. Whatever they create in it carries the label of this run and is gone
/// after it; what else is in the engine is left alone.
/// </summary>
public sealed class Engine : IAsyncLifetime
{
    private const string Label = "volume-count.test-run";

    // ./test names the run, so that it can clean up after a run that was broken off.
    private static readonly string Run =
        Environment.GetEnvironmentVariable("VOLUME_COUNT_TEST_RUN") is { Length: > 0 } run
            ? run
            : Guid.NewGuid().ToString("n");

    private readonly string _run = Run;
    private bool _answers;

    /// <summary>
    /// The image of every container: one with a <c>sleep</c>. <c>./test</c> names one that needs no registry.
    /// </summary>
    public static string Image { get; } =
        Environment.GetEnvironmentVariable("VOLUME_COUNT_TEST_IMAGE") is { Length: > 0 } image ? image : "busybox:1.37.0";

    /// <summary>Where the engine answers.</summary>
    public static string Host { get; } =
        Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } host ? host : "unix:///var/run/docker.sock";

    /// <summary>What <c>docker run</c> and <c>docker create</c> take to mark a container as this run's.</summary>
    internal static string[] Marks(string? name = null) => ["--name", name ?? RandomName(), "--label", $"{Label}={Run}"];

    public async ValueTask InitializeAsync()
    {
        var result = await Command.RunAsync("docker", ["version"]);
        _answers = result.ExitCode == 0;
        Assert.True(_answers, $"No Docker engine answers at {Host}. Run ./test, which starts one: {result.Error}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_answers)
            return;

        await RemoveAsync("container", "rm", "--force", "--volumes");
        await RemoveAsync("volume", "rm", "--force");
    }

    /// <summary>A container that runs for as long as a test may need it, to be given mounts and then started.</summary>
    internal ContainerBuilder Container() => new ContainerBuilder(Image)
        .WithName(RandomName())
        .WithLabel(Label, _run)
        .WithEntrypoint("sleep", "1h")
        .WithCreateParameterModifier(parameters => parameters.HostConfig!.NetworkMode = "none");

    internal IVolume Volume() => new VolumeBuilder().WithName(RandomName()).WithLabel(Label, _run).Build();

    /// <summary>Creates a container with the command line and does not start it.</summary>
    /// <returns>Its full id.</returns>
    internal Task<string> CreateAsync(params string[] options) => DockerCli.RunAsync(
        [
            "create", "--name", RandomName(), "--label", $"{Label}={_run}", "--network", "none", .. options, Image,
            "sleep", "1h",
        ]);

    /// <summary>Creates a volume with the command line.</summary>
    internal Task CreateVolumeAsync(string name) =>
        DockerCli.RunAsync("volume", "create", "--label", $"{Label}={_run}", name);

    /// <summary>Starts a container with the command line.</summary>
    /// <returns>Its full id.</returns>
    internal async Task<string> RunAsync(params string[] options)
    {
        var id = await CreateAsync(options);
        await DockerCli.RunAsync("start", id);
        return id;
    }

    private static string RandomName() => $"vc-{new Faker().Random.AlphaNumeric(12)}";

    private async Task RemoveAsync(string kind, params string[] command)
    {
        string[] list = kind == "container" ? ["ps", "--all"] : [kind, "ls"];
        var found = (await DockerCli.RunAsync([.. list, "--quiet", "--filter", $"label={Label}={_run}"]))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (found.Length > 0)
            await DockerCli.RunAsync([kind, .. command, .. found]);
    }
}
