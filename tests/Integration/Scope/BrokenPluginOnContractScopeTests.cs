using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

public sealed class BrokenPluginOnContractScopeTests(ContractScopeFixture scopes, SampleContainers samples, Engine engine)
    : BrokenPluginTests(scopes, samples, engine), IClassFixture<ContractScopeFixture>;
