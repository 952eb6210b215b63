using System.Buffers;
using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging.Abstractions;
using VolumeCount.Engines;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Scope.Hosting;
using VolumeCount.Scope.Hosting.Commands;

namespace VolumeCount.Commands;

/// <summary>
/// <c>volume-count report</c>: asks the container engine once, or after each change, and prints its containers.
/// </summary>
internal sealed class ReportCommand(VolumeCountOptions options)
{
    /// <summary>The time between two lists at least.</summary>
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(1);

    public Command Create()
    {
        var command = new Command("report", "Ask the container engine once, print the counts and exit")
        {
            options.ReportFormat,
            options.IsWide,
            options.Watches,
            options.Engine,
            options.DockerHost,
            options.CriEndpoint,
            options.Describe,
        };
        command.SetAction(ReportAsync);
        return command;
    }

    private static async Task<InventorySnapshot> ListAsync(IContainerEngine engine, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System.GetUtcNow();
        return new InventorySnapshot(time, (await engine.ListAsync(cancellationToken)).Containers);
    }

    private async Task<int> ReportAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = options.BindEngine(parsed);
        // The table has the states.
        if (parsed.GetRequiredValue(options.ReportFormat) == ReportFormat.Table)
            settings = settings with { Describe = DescribeMode.Always };
        var engine = EngineLocator.Locate(settings, TimeProvider.System, NullLogger.Instance);
        using var disposable = engine as IDisposable;
        var console = parsed.InvocationConfiguration;
        try
        {
            var output = OutputWriter.Of(console.Output);
            if (parsed.GetValue(options.Watches))
                await WatchAsync(engine, parsed, output, cancellationToken);
            else
                Write(await ListAsync(engine, cancellationToken), parsed, output, output.IsTerminal);
            return ExitCode.Success;
        }
        catch (EngineUnavailableException e)
        {
            await console.Error.WriteLineAsync(
                $"volume-count: {engine.Name} is not available at {engine.Address}: {e.Message}.");
            return ExitCode.Failure;
        }
    }

    /// <summary>Prints the containers, and prints them again after each change until a signal stops it.</summary>
    private async Task WatchAsync(
        IContainerEngine engine, ParseResult parsed, OutputWriter output, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        ImmutableArray<Container>? shown = null;
        try
        {
            while (true)
            {
                try
                {
                    // Any event may change a state; the first batch arrives with the subscription.
                    var events = engine.Watch(stop.Token) ?? AsyncEnumerable.Empty<ImmutableArray<ContainerEvent>>();
                    await foreach (var _ in events)
                        await WriteChangeAsync();
                }
                catch (EngineUnavailableException)
                {
                    // If not only the events but the engine is not available, the list fails as well.
                }

                await WriteChangeAsync();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }

        async Task WriteChangeAsync()
        {
            var snapshot = await ListAsync(engine, stop.Token);
            if (shown?.SequenceEqual(snapshot.Containers) != true)
            {
                using var text = new StringWriter();
                Write(snapshot, parsed, text, output.IsTerminal);
                output.Replace(text.ToString());
                shown = snapshot.Containers;
            }

            await Task.Delay(WatchInterval, stop.Token);
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }

    private void Write(InventorySnapshot snapshot, ParseResult parsed, TextWriter output, bool isIndented)
    {
        if (parsed.GetRequiredValue(options.ReportFormat) == ReportFormat.Table)
        {
            ContainerTable.Write(snapshot.Containers, parsed.GetValue(options.IsWide), output);
            return;
        }

        var report = new ArrayBufferWriter<byte>();
        VolumeCountReportContext.Write(report, VolumeCountReport.From(snapshot));
        ReportJson.Write(report.WrittenMemory, isIndented, output);
    }
}
