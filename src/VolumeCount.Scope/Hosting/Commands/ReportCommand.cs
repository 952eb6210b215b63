using System.Buffers;
using System.CommandLine;
using VolumeCount.Scope.Contract.Decoding;
using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Hosting.Reports;

namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>The command <c>report</c>: prints the report once.</summary>
internal sealed class ReportCommand<TReport>(
    PluginDefinition<TReport> plugin,
    IReadOnlyList<Option> options,
    Action<IServiceCollection, ParseResult> configureServices)
{
    public Command Create()
    {
        var format = PluginOption.OneOf(
            "--format", variable: null, ReportFormat.Table, "A human-readable table, or the JSON that Scope gets");
        var command = new Command("report", "Print the report once and exit") { format };
        foreach (var option in options)
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) =>
            ReportAsync(parsed, parsed.GetRequiredValue(format), cancellationToken));
        return command;
    }

    private async Task<int> ReportAsync(ParseResult parsed, ReportFormat format, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(TimeProvider.System);
        configureServices(builder.Services, parsed);
        using var host = builder.Build();
        await host.StartAsync(cancellationToken);

        var body = new ArrayBufferWriter<byte>();
        plugin.Write(body, host.Services.GetRequiredService<IReportSource<TReport>>().GetReport());
        await host.StopAsync(cancellationToken);

        var output = parsed.InvocationConfiguration.Output;
        if (format == ReportFormat.Json)
            ReportJson.Write(body.WrittenMemory, isIndented: OutputWriter.Of(output).IsTerminal, output);
        else
            ReportTable.Write(ReportDecoder.Decode(body.WrittenSpan, DateTime.UtcNow, new FindingList()), output);
        return ExitCode.Success;
    }
}
