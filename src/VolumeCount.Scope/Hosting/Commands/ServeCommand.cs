using System.CommandLine;
using VolumeCount.Scope.Hosting.Sockets;

namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>The command <c>serve</c>, which is the default: runs the plugin.</summary>
/// <param name="plugin">The plugin.</param>
/// <param name="common">The options that every plugin has.</param>
/// <param name="options">The options of this plugin.</param>
/// <param name="configureServices">Registers the services of this plugin.</param>
internal sealed class ServeCommand<TReport>(
    PluginDefinition<TReport> plugin,
    CommonOptions common,
    IReadOnlyList<Option> options,
    Action<IServiceCollection, ParseResult> configureServices)
{
    public Command Create()
    {
        var command = new Command("serve", "Serve the plugin until it is stopped (the default)");
        Configure(command);
        return command;
    }

    /// <summary>Makes a command serve the plugin.</summary>
    public void Configure(Command command)
    {
        command.Options.Add(common.PluginsDirectory);
        foreach (var option in options)
            command.Options.Add(option);
        command.Options.Add(common.LogFormat);
        command.Options.Add(common.LogLevel);
        command.SetAction((parsed, _) => ServeAsync(parsed));
    }

    private async Task<int> ServeAsync(ParseResult parsed)
    {
        try
        {
            var host = new PluginHostOptions
            {
                PluginsDirectory = parsed.GetRequiredValue(common.PluginsDirectory),
                LogFormat = parsed.GetRequiredValue(common.LogFormat),
                LogLevel = parsed.GetRequiredValue(common.LogLevel),
            };
            await using var app = PluginHost.Build(plugin, host, services => configureServices(services, parsed));
            await app.RunAsync();
            return ExitCode.Success;
        }
        catch (PluginSocketException e)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{plugin.Id}: {e.Message}.");
            return ExitCode.Usage;
        }
    }
}
