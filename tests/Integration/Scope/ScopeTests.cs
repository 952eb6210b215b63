using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>
/// Tests that hold for any Scope. Each class of them is derived from twice: for the stand-in, which every run has, and for
/// the real Scope, so that the stand-in is held to the original.
/// </summary>
public abstract class ScopeTests(ScopeFixture fixture) : IAsyncLifetime
{
    private IScope? _scope;

    private protected IScope Scope => _scope ?? throw new InvalidOperationException("The test has not been initialised");

    private protected string PluginsDirectory => fixture.PluginsDirectory;

    public virtual async ValueTask InitializeAsync() => _scope = await StartScopeAsync(fixture);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_scope is not null && TestContext.Current.TestState?.Result == TestResult.Failed)
            Assert.Fail($"Scope's log, for the failure beside this:\n{await _scope.LogAsync()}");
    }

    /// <summary>The Scope that the tests share; a class of tests that need one each overrides this.</summary>
    private protected virtual Task<IScope> StartScopeAsync(ScopeFixture scopes) => scopes.GetAsync();

    /// <summary>Looks again and again until Scope shows what is expected, and returns that.</summary>
    private protected async Task<T> EventuallyAsync<T>(Func<Task<T>> look, Func<T, bool> isExpected, string what)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Scope.Patience);
        using var timer = new PeriodicTimer(Scope.LookInterval);
        T seen;
        for (seen = await look(); !isExpected(seen); seen = await look())
        {
            if (deadline.IsCancellationRequested || !await timer.WaitForNextTickAsync(CancellationToken.None))
                Assert.Fail($"Waited {Scope.Patience.TotalSeconds} s in vain: {what}; last seen: {Describe(seen)}");
        }

        return seen;
    }

    /// <summary>Waits for the status that Scope shows for a plugin.</summary>
    private protected async Task<ScopePlugin> PluginAsync(string id, Func<string, bool> hasStatus, string what) =>
        (await EventuallyAsync(
            () => FindPluginAsync(id),
            plugin => plugin is not null && hasStatus(plugin.Status),
            $"the status of {id} is {what}"))!;

    private protected Task<ScopePlugin> PluginIsOkAsync(string id) => PluginAsync(id, status => status == "ok", "ok");

    private protected async Task<ScopePlugin?> FindPluginAsync(string id) =>
        (await Scope.PluginsAsync()).SingleOrDefault(plugin => plugin.Id == id);

    /// <summary>Waits for a container's panel to look as expected.</summary>
    private protected async Task<ContainerPanel> PanelAsync(
        string containerId, Func<ContainerPanel, bool> isExpected, string what) =>
        (await EventuallyAsync(
            () => Scope.PanelAsync(NodeId.OfContainer(containerId)),
            panel => panel is not null && isExpected(panel),
            $"the panel of {containerId} has {what}"))!;

    /// <summary>Waits for a container's panel to have a row.</summary>
    private protected Task<ContainerPanel> PanelWithAsync(string containerId, string row) =>
        PanelAsync(containerId, panel => panel[row] is not null, $"the row {row}");

    /// <summary>
    /// Waits for a container's panel to have a number of volumes: Docker lists a new container before it has all of them.
    /// </summary>
    private protected Task<ContainerPanel> PanelWithVolumesAsync(string containerId, int mounts) =>
        PanelAsync(containerId, panel => panel[PluginUnderTest.Row] == $"{mounts}", $"{mounts} volumes");

    private static string Describe<T>(T seen) => seen switch
    {
        null => "nothing",
        string text => text,
        IEnumerable<object> items => string.Join(", ", items),
        _ => seen.ToString()!,
    };
}
