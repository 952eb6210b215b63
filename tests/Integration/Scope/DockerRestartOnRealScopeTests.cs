using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

public sealed class DockerRestartOnRealScopeTests(RealScopeFixture scopes)
    : DockerRestartTests(scopes), IClassFixture<RealScopeFixture>;
