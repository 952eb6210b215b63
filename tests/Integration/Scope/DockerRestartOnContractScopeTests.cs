using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

public sealed class DockerRestartOnContractScopeTests(ContractScopeFixture scopes)
    : DockerRestartTests(scopes), IClassFixture<ContractScopeFixture>;
