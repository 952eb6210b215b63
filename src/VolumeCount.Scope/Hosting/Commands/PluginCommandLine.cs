using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using VolumeCount.Scope.Hosting.Sockets;

namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>Runs the command line of a plugin.</summary>
internal static class PluginCommandLine
{
    public static async Task<int> InvokeAsync(
        RootCommand root, string program, IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        // An argument that begins with @ is a value like any other, and not the name of a file with more arguments.
        var result = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Action is not ParseErrorAction)
        {
            try
            {
                return await InvokeAsync(result, OutputWriter.Of(output), error);
            }
            catch (OutputException e)
            {
                await error.WriteLineAsync($"{program}: The output cannot be written: {e.Message}.");
                return ExitCode.Failure;
            }
            catch (PluginSocketException e)
            {
                await error.WriteLineAsync($"{program}: {e.Message}.");
                return ExitCode.Usage;
            }
        }

        foreach (var mistake in result.Errors)
            await error.WriteLineAsync($"{program}: {mistake.Message}");
        await error.WriteLineAsync($"Try '{program} --help'.");
        return ExitCode.Usage;
    }

    private static async Task<int> InvokeAsync(ParseResult result, OutputWriter output, TextWriter error)
    {
        using var help = new StringWriter();
        var exitCode = await result.InvokeAsync(new InvocationConfiguration
        {
            // The web host handles SIGTERM and SIGINT itself, and the stack trace of an unexpected exception must be shown.
            ProcessTerminationTimeout = null,
            EnableDefaultExceptionHandler = false,
            Output = result.Action is HelpAction ? help : output,
            Error = error,
        });
        output.Write(LowerDefaults(help.ToString()));
        return exitCode;
    }

    /// <summary>
    /// Writes a default that is the member of an enumeration, such as <c>Text</c>, in lower case, as a user would.
    /// </summary>
    private static string LowerDefaults(string help)
    {
        const string Label = "[default: ";
        var parts = help.Split(Label);
        for (var i = 1; i < parts.Length; i++)
        {
            var length = parts[i].IndexOf(']', StringComparison.Ordinal);
            if (length > 0 && !parts[i].AsSpan(0, length).ContainsAnyExceptInRange('A', 'z'))
                parts[i] = parts[i][..length].ToLowerInvariant() + parts[i][length..];
        }

        return string.Join(Label, parts);
    }
}
