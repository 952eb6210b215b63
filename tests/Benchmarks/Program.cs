using VolumeCount.Tests.Benchmarks;

return await BenchmarkCommand.InvokeAsync(args);
