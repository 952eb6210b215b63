using VolumeCount.Scope.Hosting;
using VolumeCount.Scope.Hosting.Reports;

namespace VolumeCount.Scope;

/// <summary>Runs a Scope plugin: its socket, its endpoints and its commands.</summary>
public static class ScopePlugin
{
    /// <summary>Runs a plugin whose report a delegate returns.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="plugin">The plugin: <c>Plugin</c> of the report's generated context.</param>
    /// <param name="getReport">
    /// Returns the report as of now. It answers from memory, and any thread may call it; see
    /// <see cref="IReportSource{TReport}"/>.
    /// </param>
    /// <returns>The exit code; see <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync<TReport>(string[] args, PluginDefinition<TReport> plugin, Func<TReport> getReport) =>
        CreateBuilder(plugin).UseReport(getReport).RunAsync(args);

    /// <summary>Makes a builder, for a plugin with services, options or commands of its own.</summary>
    /// <param name="plugin">The plugin: <c>Plugin</c> of the report's generated context.</param>
    /// <returns>The builder.</returns>
    public static ScopePluginBuilder<TReport> CreateBuilder<TReport>(PluginDefinition<TReport> plugin) => new(plugin);
}
