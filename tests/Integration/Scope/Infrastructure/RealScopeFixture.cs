using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>Shares a real Scope.</summary>
public sealed class RealScopeFixture(Engine engine) : ScopeFixture
{
    private protected override async Task<IScope> StartAsync(string pluginsDirectory, string? dockerSocket) =>
        await RealScope.StartAsync(engine, pluginsDirectory, dockerSocket);
}
