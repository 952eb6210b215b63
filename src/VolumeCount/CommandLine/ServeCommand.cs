using System.CommandLine;
using VolumeCount.Sockets;

namespace VolumeCount.CommandLine;

/// <summary><c>volume-count serve</c>, and what <c>volume-count</c> does when no command is named: runs the plugin.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Serve the plugin until it is told to stop (the default)");
        Configure(command);
        return command;
    }

    /// <summary>Makes a command serve the plugin.</summary>
    public static void Configure(Command command)
    {
        command.Options.Add(PluginCommandOptions.PluginsDirectory);
        command.Options.Add(PluginCommandOptions.DockerHost);
        command.Options.Add(PluginCommandOptions.LogFormat);
        command.Options.Add(PluginCommandOptions.LogLevel);
        command.SetAction(parsed => ServeAsync(
            new PluginOptions
            {
                PluginsDirectory = parsed.GetRequiredValue(PluginCommandOptions.PluginsDirectory),
                DockerHost = parsed.GetRequiredValue(PluginCommandOptions.DockerHost),
                LogFormat = parsed.GetRequiredValue(PluginCommandOptions.LogFormat),
                LogLevel = parsed.GetRequiredValue(PluginCommandOptions.LogLevel),
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
