namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>What only root may do, for tests that are root, or have a <c>sudo</c> that asks for no password.</summary>
internal static class Root
{
    /// <summary>What to put before a command.</summary>
    public static string[] Before { get; } = Environment.IsPrivilegedProcess ? [] : ["sudo", "--non-interactive"];

    public static async Task<bool> IsAvailableAsync() =>
        Environment.IsPrivilegedProcess
        || (await Command.RunAsync("bash", ["-c", "sudo --non-interactive true"])).ExitCode == 0;

    /// <summary>Runs a command that must succeed as root, and returns its output without the final line end.</summary>
    public static Task<string> OutputAsync(params string[] command) => Command.OutputAsync("env", [.. Before, .. command]);
}
