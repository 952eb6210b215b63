using System.CommandLine;
using System.CommandLine.Invocation;

namespace VolumeCount.CommandLine;

/// <summary>The program's command line.</summary>
internal static class VolumeCountCommand
{
    public static async Task<int> InvokeAsync(string[] args)
    {
        var result = Create().Parse(args);
        if (result.Action is not ParseErrorAction)
        {
            return await result.InvokeAsync(new InvocationConfiguration
            {
                // The web host handles SIGTERM and SIGINT by itself, and an unforeseen exception shall show where it came from.
                ProcessTerminationTimeout = null,
                EnableDefaultExceptionHandler = false,
            });
        }

        foreach (var error in result.Errors)
            await Console.Error.WriteLineAsync($"volume-count: {error.Message}");
        await Console.Error.WriteLineAsync("Try 'volume-count --help'.");
        return ExitCode.Usage;
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("Shows in Weave Scope how many volumes each container has mounted.")
        {
            ServeCommand.Create(),
            ReportCommand.Create(),
            HealthcheckCommand.Create(),
        };
        ServeCommand.Configure(root);
        return root;
    }
}
