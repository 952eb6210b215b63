using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>The browser that is on the machine; none is downloaded.</summary>
internal static class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Keeps the browser from talking to anybody but Scope.</summary>
    public static IReadOnlyList<string> Options { get; } =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    /// <summary>Finds a browser on the PATH. Skips the running test without one.</summary>
    public static async Task<string> RequireAsync()
    {
        foreach (var name in Names)
        {
            var found = await Command.RunAsync("bash", ["-c", $"command -v {name}"]);
            if (found.ExitCode == 0)
                return found.Output.Trim();
        }

        Requirement.Skip($"needs a browser on the PATH: {string.Join(", ", Names)}");
        throw new InvalidOperationException("The test was skipped");
    }
}
