namespace VolumeCount.CommandLine;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Success = 0;

    /// <summary>What was asked for could not be done: Docker or the plugin did not answer.</summary>
    public const int Failure = 1;

    /// <summary>The command line, the environment or the place of the socket must be changed first.</summary>
    public const int Usage = 2;
}
