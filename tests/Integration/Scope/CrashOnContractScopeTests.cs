using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

public sealed class CrashOnContractScopeTests(ContractScopeFixture scopes, SampleContainers samples, Engine engine)
    : CrashTests(scopes, samples, engine), IClassFixture<ContractScopeFixture>;
