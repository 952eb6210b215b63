using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

public sealed class HostLoadOnRealScopeTests(RealScopeFixture scopes)
    : HostLoadTests(scopes), IClassFixture<RealScopeFixture>;
