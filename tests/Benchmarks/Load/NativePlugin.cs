using System.Diagnostics;

namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>Starts the plugin as its users run it: the native program.</summary>
internal static class NativePlugin
{
    // What the user has set for a plugin of their own.
    private static readonly string[] Variables =
    [
        "SCOPE_PLUGINS_DIR", "DOCKER_HOST", "VOLUME_COUNT_REPORT_BUDGET", "VOLUME_COUNT_LOG_FORMAT",
        "VOLUME_COUNT_LOG_LEVEL",
    ];

    public static ServerProcess Start(string program, string folder, Uri dockerHost, ReportKind kind)
    {
        var start = new ProcessStartInfo(program,
        [
            "serve",
            "--plugins-dir", folder,
            "--docker-host", dockerHost.ToString(),
            "--log-level", "error",
            .. kind == ReportKind.Counts ? ["--report-budget", "0"] : Array.Empty<string>(),
        ]);
        foreach (var variable in Variables)
            start.Environment.Remove(variable);

        return ServerProcess.Start("The plugin", start, Path.Combine(folder, "volume-count.sock"));
    }
}
