using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

public sealed class PanelOnRealScopeTests(RealScopeFixture scopes, SampleContainers samples, Engine engine)
    : PanelTests(scopes, samples, engine), IClassFixture<RealScopeFixture>;
