using System.CommandLine;
using VolumeCount.Sockets;

namespace VolumeCount.CommandLine;

/// <summary><c>volume-count serve</c>, and what <c>volume-count</c> does when no command is named: runs the plugin.</summary>
internal static class ServeCommand
{
    public static Command Create(PluginCommandOptions options)
    {
        var command = new Command("serve", "Serve the plugin until it is told to stop (the default)");
        Configure(command, options);
        return command;
    }

    /// <summary>Makes a command serve the plugin.</summary>
    public static void Configure(Command command, PluginCommandOptions options)
    {
        command.Options.Add(options.PluginsDirectory);
        command.Options.Add(options.DockerHost);
        command.Options.Add(options.ReconcileInterval);
        command.Options.Add(options.Window);
        command.Options.Add(options.ReportBudget);
        command.Options.Add(options.LogFormat);
        command.Options.Add(options.LogLevel);
        command.SetAction(parsed => ServeAsync(
            new PluginOptions
            {
                PluginsDirectory = parsed.GetRequiredValue(options.PluginsDirectory),
                DockerHost = parsed.GetRequiredValue(options.DockerHost),
                ReconcileInterval = TimeSpan.FromSeconds(parsed.GetRequiredValue(options.ReconcileInterval)),
                Window = TimeSpan.FromSeconds(parsed.GetRequiredValue(options.Window)),
                ReportBudget = parsed.GetRequiredValue(options.ReportBudget),
                LogFormat = parsed.GetRequiredValue(options.LogFormat),
                LogLevel = parsed.GetRequiredValue(options.LogLevel),
            },
            parsed.InvocationConfiguration.Error));
    }

    private static async Task<int> ServeAsync(PluginOptions options, TextWriter error)
    {
        try
        {
            await using var app = PluginHost.Build(options);
            await app.RunAsync();
            return ExitCode.Success;
        }
        catch (PluginSocketException e)
        {
            await error.WriteLineAsync($"volume-count: {e.Message}.");
            return ExitCode.Usage;
        }
    }
}
