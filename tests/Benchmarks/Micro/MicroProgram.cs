using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using VolumeCount.Tests.Benchmarks.Results;

namespace VolumeCount.Tests.Benchmarks.Micro;

/// <summary>Runs the micro-benchmarks, in this process: nothing needs to be built for them.</summary>
internal static class MicroProgram
{
    private static readonly Type[] Benchmarks =
        [typeof(WriterBenchmarks), typeof(InventoryBenchmarks), typeof(GeneratorBenchmarks)];

    public static int Run(string command, bool quick, string? repository)
    {
        var origin = PerformanceDocument.Origin(command);
        using var folder = new TemporaryFolder();
        var job = (quick ? Job.Dry : Job.Default.WithWarmupCount(3).WithIterationCount(10))
            .WithToolchain(InProcessEmitToolchain.Instance);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddColumnProvider(
                [.. DefaultColumnProviders.Instance.Where(provider => provider != DefaultColumnProviders.Job)])
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath(folder.Path)
            .WithOptions(ConfigOptions.DisableLogFile);

        var texts = new List<string> { origin };
        foreach (var type in Benchmarks)
        {
            Console.Error.WriteLine($"Running {type.Name}.");
            var log = new AccumulationLogger();
            var summary = BenchmarkRunner.Run(type, config.AddLogger(log));
            if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success))
                throw new BenchmarkException($"{type.Name} failed:\n{log.GetLog()}");
            texts.Add($"### {type.Name}\n\n{Table(summary)}");
        }

        var text = string.Join('\n', texts);
        Console.WriteLine();
        Console.Write(text);
        if (repository is not null)
            PerformanceDocument.Write(repository, "micro", text);
        return 0;
    }

    private static string Table(Summary summary)
    {
        var columns = summary.Table.Columns.Where(column => column.NeedToShow).ToArray();
        var table = new FigureTable([.. columns.Select(column => column.Header)]);
        for (var i = 0; i < summary.Table.FullContent.Length; i++)
            table.Add([.. columns.Select(column => column.Content[i])]);
        return table.ToString();
    }
}
