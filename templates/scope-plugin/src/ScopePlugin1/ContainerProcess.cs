using System.Globalization;
using System.Text.RegularExpressions;
using VolumeCount.Scope;

namespace ScopePlugin1;

/// <summary>A process of a container: a row of the table.</summary>
public sealed partial class ContainerProcess
{
    /// <summary>The full id of the container.</summary>
    public required string ContainerId { get; init; }

    /// <summary>The process id.</summary>
    [RowId, Column(Label = "PID")]
    public required string Pid { get; init; }

    /// <summary>The name of its program.</summary>
    [Column(Label = "Program")]
    public required string Program { get; init; }

    /// <summary>Its memory.</summary>
    [Column(Label = "Bytes")]
    public required long ResidentBytes { get; init; }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex ContainerIdPattern { get; }

    /// <summary>Reads the values of a process; null if it is not in a container.</summary>
    internal static ContainerProcess? Read(int pid, string folder)
    {
        // A container engine names the control group of a container after its id.
        var id = ContainerIdPattern.Match(File.ReadAllText($"{folder}/cgroup"));
        if (!id.Success)
            return null;

        // The second field is the number of resident pages.
        var pages = long.Parse(File.ReadAllText($"{folder}/statm").Split(' ')[1], CultureInfo.InvariantCulture);
        return new ContainerProcess
        {
            ContainerId = id.Value,
            Pid = pid.ToString(CultureInfo.InvariantCulture),
            Program = File.ReadAllText($"{folder}/comm").Trim(),
            ResidentBytes = pages * Environment.SystemPageSize,
        };
    }
}
