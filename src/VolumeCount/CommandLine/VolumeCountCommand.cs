using System.CommandLine;
using System.CommandLine.Invocation;

namespace VolumeCount.CommandLine;

/// <summary>The program's command line.</summary>
internal static class VolumeCountCommand
{
    /// <summary>Does what the arguments ask for, and returns the exit code.</summary>
    public static async Task<int> InvokeAsync(string[] args, TextWriter output, TextWriter error)
    {
        var result = Create().Parse(args);
        if (result.Action is not ParseErrorAction)
        {
            return await result.InvokeAsync(new InvocationConfiguration
            {
                // The web host handles SIGTERM and SIGINT by itself, and an unforeseen exception shall show where it came from.
                ProcessTerminationTimeout = null,
                EnableDefaultExceptionHandler = false,
                Output = output,
                Error = error,
            });
        }

        foreach (var mistake in result.Errors)
            await error.WriteLineAsync($"volume-count: {mistake.Message}");
        await error.WriteLineAsync("Try 'volume-count --help'.");
        return ExitCode.Usage;
    }

    private static RootCommand Create()
    {
        var options = new PluginCommandOptions();
        var root = new RootCommand("Shows in Weave Scope how many volumes each container has mounted.")
        {
            ServeCommand.Create(options),
            ReportCommand.Create(options),
            HealthcheckCommand.Create(options),
            CheckCommand.Create(),
        };
        ServeCommand.Configure(root, options);
        return root;
    }
}
