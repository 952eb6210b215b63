using System.Diagnostics;

namespace VolumeCount.Tests.Unit.Engineering;

/// <summary>Runs a script to its end.</summary>
internal static class Script
{
    public static async Task<CommandResult> RunAsync(string path, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandResult(process.ExitCode, await output, await error);
    }
}
