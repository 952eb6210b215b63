namespace VolumeCount.Scope.Hosting;

/// <summary>The exit codes of a plugin's program.</summary>
public static class ExitCode
{
    /// <summary>The command succeeded.</summary>
    public const int Success = 0;

    /// <summary>The command failed: say, the plugin or what it reports on did not answer.</summary>
    public const int Failure = 1;

    /// <summary>The command line, the environment or the socket's folder must be changed first.</summary>
    public const int Usage = 2;
}
