using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>Shares a stand-in.</summary>
public sealed class ContractScopeFixture : ScopeFixture
{
    private protected override Task<IScope> StartAsync(string pluginsDirectory, string? dockerSocket) =>
        Task.FromResult<IScope>(
            new ContractScope(pluginsDirectory, dockerSocket is null ? Engine.Host : $"unix://{dockerSocket}"));
}
