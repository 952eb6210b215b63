using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

public sealed class LeanReportOnRealScopeTests(RealScopeFixture scopes, SampleContainers samples, Engine engine)
    : LeanReportTests(scopes, samples, engine), IClassFixture<RealScopeFixture>;
