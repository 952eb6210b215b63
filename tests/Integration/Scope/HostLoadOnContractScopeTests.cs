using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

public sealed class HostLoadOnContractScopeTests(ContractScopeFixture scopes)
    : HostLoadTests(scopes), IClassFixture<ContractScopeFixture>;
