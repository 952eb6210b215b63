using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>
/// Testcontainers asks for version 1.44 of Docker's API, which an engine before 25 refuses. It reads the version to ask for
/// from the environment, once, before any test begins.
/// </summary>
internal static class DockerApiVersion
{
    private const string Variable = "DOCKER_API_VERSION";
    private static readonly Version TestcontainersDefault = new(1, 44);

    [ModuleInitializer]
    internal static void UseWhatTheEngineSpeaks()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 })
            return;

        using var docker = Process.Start(new ProcessStartInfo("docker", ["version", "--format", "{{.Server.APIVersion}}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        // Without an engine the tests that need one say so themselves.
        if (Version.TryParse(docker.StandardOutput.ReadToEnd(), out var spoken) && spoken < TestcontainersDefault)
            Environment.SetEnvironmentVariable(Variable, spoken.ToString());
    }
}
