namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>A Scope that the tests of a class share. It starts when the first of them asks for it.</summary>
public abstract class ScopeFixture : IAsyncDisposable
{
    private readonly TemporaryFolder _plugins = new();
    private IScope? _scope;

    /// <summary>The folder that the Scope watches for plugins.</summary>
    internal string PluginsDirectory => _plugins.Path;

    /// <summary>The Scope, started now if it was not before. Skips the running test where it cannot be had.</summary>
    /// <param name="dockerSocket">The socket of the engine to watch, where that is not the one of the tests.</param>
    internal async Task<IScope> GetAsync(string? dockerSocket = null) =>
        _scope ??= await StartAsync(PluginsDirectory, dockerSocket);

    /// <summary>Starts a Scope.</summary>
    /// <param name="pluginsDirectory">The folder to watch for plugins.</param>
    /// <param name="dockerSocket">The socket of the engine to watch, where that is not the one of the tests.</param>
    private protected abstract Task<IScope> StartAsync(string pluginsDirectory, string? dockerSocket);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_scope is IAsyncDisposable scope)
            await scope.DisposeAsync();
        (_scope as IDisposable)?.Dispose();
        _plugins.Dispose();
    }
}
