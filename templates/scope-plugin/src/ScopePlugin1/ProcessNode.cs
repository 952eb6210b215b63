using System.Globalization;
using VolumeCount.Scope;

namespace ScopePlugin1;

/// <summary>A process.</summary>
public sealed class ProcessNode
{
    /// <summary>The host's name, as Scope's probe reports it.</summary>
    [NodeId(NodeIdPart.Host)]
    public required string Host { get; init; }

    /// <summary>The process id.</summary>
    [NodeId(NodeIdPart.Pid)]
    public required int Pid { get; init; }

    /// <summary>The number of its context switches: a row.</summary>
    [Metadata(Label = "Context switches")]
    public required long ContextSwitches { get; init; }

    /// <summary>The memory without a file behind it: a graph. Null for a thread of the kernel.</summary>
    [Metric(Label = "Anonymous memory", Format = MetricFormat.FileSize, Min = 0)]
    public required double? AnonymousMemory { get; init; }

    /// <summary>The kernel's figures of its memory: a table.</summary>
    [Table(Label = "Memory")]
    public required IReadOnlyDictionary<string, string> Memory { get; init; }
#if (control)

    /// <summary>The number of times that the button was pressed.</summary>
    [Metadata(Label = "Button presses", Priority = 2)]
    public required int Presses { get; init; }

    /// <summary>Whether the button is shown.</summary>
    [Control(Human = "Press", Icon = "fa-hand-o-up", Handler = nameof(Press))]
    public bool CanPress => true;
#endif

#if (control)
    /// <summary>Reads the values of all processes.</summary>
    public static IReadOnlyList<ProcessNode> ReadAll(int presses) =>
        [.. ProcFolder.ReadAll((pid, folder) => Read(pid, folder, presses))];

    private static ProcessNode Read(int pid, string folder, int presses)
#else
    /// <summary>Reads the values of all processes.</summary>
    public static IReadOnlyList<ProcessNode> ReadAll() => [.. ProcFolder.ReadAll(Read)];

    private static ProcessNode Read(int pid, string folder)
#endif
    {
        // Lines such as "RssAnon:     1234 kB".
        var status = File.ReadLines($"{folder}/status")
            .Select(line => line.Split(':', 2))
            .Where(line => line.Length == 2)
            .ToDictionary(line => line[0], line => line[1].Trim());
        return new ProcessNode
        {
            Host = ScopeHost.Name,
            Pid = pid,
            ContextSwitches = Number(status, "voluntary_ctxt_switches") + Number(status, "nonvoluntary_ctxt_switches"),
            AnonymousMemory = status.ContainsKey("RssAnon") ? Number(status, "RssAnon") * 1024 : null,
            Memory = status.Where(line => line.Key.StartsWith("Vm", StringComparison.Ordinal)).ToDictionary(),
#if (control)
            Presses = presses,
#endif
        };
    }

    private static long Number(Dictionary<string, string> status, string name) =>
        long.Parse(status.GetValueOrDefault(name, "0").Split(' ')[0], CultureInfo.InvariantCulture);
#if (control)

    /// <summary>Handles the button. Scope waits 500 ms for it.</summary>
    public static ControlResponse Press(PressCount presses)
    {
        presses.Increment();
        return ControlResponse.Empty;
    }
#endif
}
