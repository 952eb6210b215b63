using System.CommandLine;

namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>The command <c>serve</c>, which is the default: runs the plugin.</summary>
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
        var host = new PluginHostOptions(
            parsed.GetRequiredValue(common.PluginsDirectory),
            parsed.GetRequiredValue(common.LogFormat),
            parsed.GetRequiredValue(common.LogLevel));
        await using var app = PluginHost.Build(plugin, host, services => configureServices(services, parsed));
        await app.RunAsync();
        return ExitCode.Success;
    }
}
