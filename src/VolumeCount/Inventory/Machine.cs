using System.Runtime.InteropServices;

namespace VolumeCount.Inventory;

/// <summary>What the machine has, whatever the plugin itself is limited to.</summary>
/// <param name="ProcessorCount">The number of its processors.</param>
/// <param name="Memory">The bytes of its memory.</param>
internal sealed partial record Machine(int ProcessorCount, double Memory)
{
    // _SC_NPROCESSORS_ONLN and _SC_PHYS_PAGES. The files of /proc are hidden from the systemd unit.
    private const int OnlineProcessors = 84;
    private const int PhysicalPages = 85;

    /// <summary>Asks the system.</summary>
    public static Machine Read() => new(
        (int)SystemConfiguration(OnlineProcessors),
        (double)SystemConfiguration(PhysicalPages) * Environment.SystemPageSize);

    [LibraryImport("libc", EntryPoint = "sysconf")]
    private static partial long SystemConfiguration(int name);
}
