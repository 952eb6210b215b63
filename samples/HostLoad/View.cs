namespace HostLoad;

/// <summary>The views of a host, of which the panel shows one.</summary>
public enum View
{
    /// <summary>The load, and the control groups that use the most CPU time.</summary>
    Cpu,

    /// <summary>The used memory, and the control groups that use the most of it.</summary>
    Memory,
}
