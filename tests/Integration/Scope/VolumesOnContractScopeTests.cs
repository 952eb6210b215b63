using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

public sealed class VolumesOnContractScopeTests(ContractScopeFixture scopes, SampleContainers samples, Engine engine)
    : VolumesTests(scopes, samples, engine), IClassFixture<ContractScopeFixture>;
