using System.CommandLine;
using System.CommandLine.Invocation;

namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>Runs the command line of a plugin.</summary>
internal static class PluginCommandLine
{
    /// <summary>Runs the command that the arguments name, and returns the exit code.</summary>
    public static async Task<int> InvokeAsync(
        RootCommand root, string program, IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        // An argument that begins with @ is a value like any other, and not the name of a file with more arguments.
        var result = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Action is not ParseErrorAction)
        {
            return await result.InvokeAsync(new InvocationConfiguration
            {
                // The web host handles SIGTERM and SIGINT by itself, and an unforeseen exception is to show its stack trace.
                ProcessTerminationTimeout = null,
                EnableDefaultExceptionHandler = false,
                Output = output,
                Error = error,
            });
        }

        foreach (var mistake in result.Errors)
            await error.WriteLineAsync($"{program}: {mistake.Message}");
        await error.WriteLineAsync($"Try '{program} --help'.");
        return ExitCode.Usage;
    }
}
