using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using VolumeCount.Scope.Hosting;
using VolumeCount.Scope.Hosting.Commands;
using VolumeCount.Scope.Hosting.Reports;

namespace VolumeCount.Scope;

/// <summary>Builds a plugin's program out of its report, services, options and commands.</summary>
/// <typeparam name="TReport">The type of the report.</typeparam>
public sealed class ScopePluginBuilder<TReport>
{
    private readonly PluginDefinition<TReport> _plugin;
    private readonly List<Option> _options = [];
    private readonly List<Command> _commands = [];
    private readonly List<Action<IServiceCollection, ParseResult>> _services = [];

    internal ScopePluginBuilder(PluginDefinition<TReport> plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        _plugin = plugin;
        Description = plugin.Description;
    }

    /// <summary>The description in the program's help; by default the plugin's.</summary>
    public string Description { get; set; }

    /// <summary>Makes a delegate the source of the report.</summary>
    /// <param name="getReport">Returns the report as of now; see <see cref="IReportSource{TReport}"/>.</param>
    /// <returns>This builder.</returns>
    public ScopePluginBuilder<TReport> UseReport(Func<TReport> getReport)
    {
        ArgumentNullException.ThrowIfNull(getReport);
        return ConfigureServices((services, _) =>
            services.AddSingleton<IReportSource<TReport>>(new DelegateReportSource<TReport>(getReport)));
    }

    /// <summary>Makes a class, whose constructor may take services, the source of the report.</summary>
    /// <typeparam name="TSource">The class.</typeparam>
    /// <returns>This builder.</returns>
    public ScopePluginBuilder<TReport> UseReport<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>()
        where TSource : class, IReportSource<TReport> =>
        ConfigureServices((services, _) => services.AddSingleton<IReportSource<TReport>, TSource>());

    /// <summary>
    /// Adds an option to the commands <c>serve</c> and <c>report</c>. <see cref="PluginOption"/> makes options.
    /// </summary>
    /// <param name="option">The option.</param>
    /// <returns>This builder.</returns>
    public ScopePluginBuilder<TReport> AddOption(Option option)
    {
        _options.Add(option);
        return this;
    }

    /// <summary>Adds a command; it replaces a command with the same name.</summary>
    /// <param name="command">The command.</param>
    /// <returns>This builder.</returns>
    public ScopePluginBuilder<TReport> AddCommand(Command command)
    {
        _commands.Add(command);
        return this;
    }

    /// <summary>Registers services, including hosted services that run as long as the plugin.</summary>
    /// <param name="configure">Registers the services; it gets the parsed command line, for the values of options.</param>
    /// <returns>This builder.</returns>
    public ScopePluginBuilder<TReport> ConfigureServices(Action<IServiceCollection, ParseResult> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        _services.Add(configure);
        return this;
    }

    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="output">The standard output; by default the console's.</param>
    /// <param name="error">The standard error; by default the console's.</param>
    /// <returns>The exit code; see <see cref="ExitCode"/>.</returns>
    public Task<int> RunAsync(string[] args, TextWriter? output = null, TextWriter? error = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        return PluginCommandLine.InvokeAsync(CreateRoot(), _plugin.Id, args, output ?? Console.Out, error ?? Console.Error);
    }

    private RootCommand CreateRoot()
    {
        var common = new CommonOptions(_plugin.Id);
        var serve = new ServeCommand<TReport>(_plugin, common, _options, Configure);
        Command[] standard =
        [
            serve.Create(),
            new ReportCommand<TReport>(_plugin, _options, Configure).Create(),
            HealthcheckCommand.Create(_plugin.Id, common),
            new CheckCommand(_plugin.Id).Create(),
        ];

        var root = new RootCommand(Description);
        foreach (var command in standard)
            root.Subcommands.Add(_commands.Find(other => other.Name == command.Name) ?? command);
        foreach (var command in _commands.Where(command => !root.Subcommands.Contains(command)))
            root.Subcommands.Add(command);
        serve.Configure(root);
        return root;
    }

    private void Configure(IServiceCollection services, ParseResult parsed)
    {
        foreach (var configure in _services)
            configure(services, parsed);
    }
}
