using System.Diagnostics;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>Runs a command to its end.</summary>
internal static class Command
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>Runs a command and returns what it leaves, whatever its exit code.</summary>
    public static async Task<CommandResult> RunAsync(
        string file,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        TimeSpan? timeout = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(timeout ?? Deadline);
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var error = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);

            // A process that the command has left behind may hold its output open.
            return new CommandResult(
                process.ExitCode, await output.WaitAsync(deadline.Token), await error.WaitAsync(deadline.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Runs a command that must succeed, and returns its output without the final line end.</summary>
    public static async Task<string> OutputAsync(string file, params string[] arguments)
    {
        var result = await RunAsync(file, arguments);
        Assert.True(
            result.ExitCode == 0, $"{file} {string.Join(' ', arguments)} ended with {result.ExitCode}: {result.Error}");
        return result.Output.TrimEnd('\n');
    }
}
