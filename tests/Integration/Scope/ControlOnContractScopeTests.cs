using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

public sealed class ControlOnContractScopeTests(ContractScopeFixture scopes, SampleContainers samples, Engine engine)
    : ControlTests(scopes, samples, engine), IClassFixture<ContractScopeFixture>;
