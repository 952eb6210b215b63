using VolumeCount.Commands;

namespace VolumeCount.Tests.Unit.Commands;

/// <summary>Runs the program's command line in this process.</summary>
internal static class InProcess
{
    public static async Task<CommandResult> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        return await RunAsync(output, arguments);
    }

    public static async Task<CommandResult> RunAsync(TextWriter output, params string[] arguments)
    {
        using var error = new StringWriter();
        var exitCode = await VolumeCountCommand.InvokeAsync(arguments, output, error);
        return new CommandResult(exitCode, output.ToString()!, error.ToString());
    }
}
