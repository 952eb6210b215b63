using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>The socket of the engine that the tests run against, to be mounted into a container.</summary>
internal static class DockerSocket
{
    private const string Unix = "unix://";

    public static string Path { get; } =
        Engine.Host.StartsWith(Unix, StringComparison.Ordinal) ? Engine.Host[Unix.Length..] : "/var/run/docker.sock";
}
