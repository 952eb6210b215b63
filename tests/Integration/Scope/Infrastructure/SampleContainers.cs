using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

[assembly: AssemblyFixture(typeof(SampleContainers))]

namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>Containers with every number of mounts in every state, made once a run, when a test asks for them.</summary>
public sealed class SampleContainers : IDisposable
{
    // Up to every way of mounting at once.
    private static readonly Dictionary<int, Func<string, string[]>> Mounts = new()
    {
        [0] = _ => [],
        [1] = _ => ["--volume", "/anonymous"],
        [2] = folder => ["--volume", $"{folder}:/bind:ro", "--mount", "type=tmpfs,destination=/tmpfs"],
        [5] = folder =>
        [
            "--volume", "/anonymous", "--mount", "type=volume,destination=/volume", "--volume", $"{folder}:/bind",
            "--mount", $"type=bind,source={folder},destination=/read-only,readonly",
            "--mount", "type=tmpfs,destination=/tmpfs",
        ],
    };

    // What takes a new container into a state.
    private static readonly Dictionary<string, string[]> Commands = new()
    {
        ["created"] = [],
        ["running"] = ["start"],
        ["paused"] = ["start", "pause"],
        ["exited"] = ["start", "kill"],
    };

    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _creation = new(1);
    private Dictionary<(string State, int Mounts), string>? _ids;

    /// <summary>Every state, with every number of mounts.</summary>
    public static TheoryData<string, int> All =>
        [.. Commands.Keys.SelectMany(state => Mounts.Keys.Select(count => new TheoryDataRow<string, int>(state, count)))];

    /// <summary>The full id of a container in a state with a number of mounts.</summary>
    internal async Task<string> IdAsync(Engine engine, string state, int mounts)
    {
        await _creation.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return (_ids ??= await CreateAsync(engine))[(state, mounts)];
        }
        finally
        {
            _creation.Release();
        }
    }

    public void Dispose()
    {
        _creation.Dispose();
        _folder.Dispose();
    }

    private async Task<Dictionary<(string State, int Mounts), string>> CreateAsync(Engine engine)
    {
        var created = await Task.WhenAll(Commands.SelectMany(state => Mounts.Select(async mounts =>
        {
            var id = await engine.CreateAsync(mounts.Value(_folder.Path));
            foreach (var command in state.Value)
                await DockerCli.RunAsync(command, id);
            return (state.Key, mounts.Key, Id: id);
        })));
        return created.ToDictionary(container => (container.Item1, container.Item2), container => container.Id);
    }
}
