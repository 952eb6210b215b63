namespace VolumeCount.Scope.Hosting;

/// <summary>The exit codes of a plugin's program.</summary>
public static class ExitCode
{
    /// <summary>The command succeeded.</summary>
    public const int Success = 0;

    /// <summary>The command failed: for example, the plugin or the system that it reports on did not respond.</summary>
    public const int Failure = 1;

    /// <summary>The command line, an environment variable or the socket's folder is wrong.</summary>
    public const int Usage = 2;
}
