using System.CommandLine;
using VolumeCount.Tests.Benchmarks.Load;
using VolumeCount.Tests.Benchmarks.Micro;

namespace VolumeCount.Tests.Benchmarks;

/// <summary>The command line that <c>./bench</c> uses.</summary>
internal static class BenchmarkCommand
{
    private static readonly Option<bool> Quick = new("--quick") { Description = "Only see that everything works" };
    private static readonly Option<string> Typed = new("--command")
    {
        Description = "What was typed to get the figures",
        HelpName = "TEXT",
        DefaultValueFactory = _ => "./bench",
    };

    private static readonly Option<DirectoryInfo?> Write = new("--write")
    {
        Description = "Write the figures into docs/performance.md of the repository in DIR",
        HelpName = "DIR",
    };

    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>The exit code: 0 when everything works, whatever the figures.</returns>
    public static async Task<int> InvokeAsync(string[] args)
    {
        var root = new RootCommand(
            "The benchmarks of Volume Count: see ./bench --help") { LoadCommand(), MicroCommand(), ProbeCommand() };
        try
        {
            return await root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (BenchmarkException e)
        {
            await Console.Error.WriteLineAsync($"FAILED: {e.Message}");
            return 1;
        }
    }

    private static Command LoadCommand()
    {
        var plugin = new Option<FileInfo>("--plugin") { Description = "The native plugin", Required = true };
        var nginx = new Option<FileInfo>("--nginx") { Description = "nginx, the floor", Required = true };
        var command = new Command("load", "Compare the plugin with a web server that sends the same bytes from a file")
        {
            plugin, nginx, Typed, Quick, Write,
        };
        command.SetAction((parsed, cancellationToken) => LoadProgram.RunAsync(
            parsed.GetRequiredValue(plugin).FullName,
            parsed.GetRequiredValue(nginx).FullName,
            parsed.GetRequiredValue(Typed),
            parsed.GetValue(Quick) ? LoadPlan.Quick : LoadPlan.Full,
            parsed.GetValue(Write)?.FullName,
            cancellationToken));
        return command;
    }

    private static Command MicroCommand()
    {
        var command = new Command("micro", "Measure parts of the plugin, and its source generator") { Typed, Quick, Write };
        command.SetAction(parsed => MicroProgram.Run(
            parsed.GetRequiredValue(Typed), parsed.GetValue(Quick), parsed.GetValue(Write)?.FullName));
        return command;
    }

    private static Command ProbeCommand()
    {
        var socket = new Argument<string>("SOCKET");
        var warmUp = new Argument<double>("WARM-UP");
        var seconds = new Argument<double>("SECONDS");
        var pause = new Argument<double>("PAUSE");
        var command = new Command("probe", "Ask a plugin again and again, and print the times in binary form")
        {
            socket, warmUp, seconds, pause,
        };
        command.Hidden = true;
        command.SetAction(parsed => ProbeProgram.Run(
            parsed.GetRequiredValue(socket),
            TimeSpan.FromSeconds(parsed.GetRequiredValue(warmUp)),
            TimeSpan.FromSeconds(parsed.GetRequiredValue(seconds)),
            TimeSpan.FromSeconds(parsed.GetRequiredValue(pause))));
        return command;
    }
}
