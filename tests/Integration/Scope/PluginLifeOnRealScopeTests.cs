using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

public sealed class PluginLifeOnRealScopeTests(RealScopeFixture scopes, SampleContainers samples, Engine engine)
    : PluginLifeTests(scopes, samples, engine), IClassFixture<RealScopeFixture>;
