namespace VolumeCount.Scope;

/// <summary>The host that the plugin runs on, as Scope's probe on it names it.</summary>
public static class ScopeHost
{
    /// <summary>The environment variable that sets another name of the host for the probe, and so for the plugin.</summary>
    public const string Variable = "SCOPE_HOSTNAME";

    private const string HostNameFile = "/proc/sys/kernel/hostname";

    /// <summary>
    /// The name of the host: the variable <c>SCOPE_HOSTNAME</c> if it is set, otherwise the whole name that the kernel has
    /// for the host. It is the <see cref="NodeIdAttribute"/> of the host's node, and the <see cref="NodeIdPart.Host"/> of
    /// its processes. (<see cref="Environment.MachineName"/> ends at the first dot, so that Scope would draw another host.)
    /// </summary>
    /// <remarks>
    /// In a container, it is the container's name unless the container uses the host's UTS namespace, or the variable is
    /// set.
    /// </remarks>
    public static string Name { get; } = Read(Environment.GetEnvironmentVariable(Variable), HostNameFile);

    internal static string Read(string? variable, string path) =>
        string.IsNullOrEmpty(variable) ? File.ReadAllText(path).TrimEnd('\n') : variable;
}
