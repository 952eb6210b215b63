using System.Diagnostics;
using System.Text.RegularExpressions;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Setup;

/// <summary><c>./run</c>, as a newcomer types it.</summary>
public sealed partial class RunScriptTests : IAsyncDisposable
{
    private static readonly TimeSpan BuildDeadline = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _plugins = new();
    private Process? _run;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_WhereNoEngineAnswers_StartsAThrowawayOneOrSaysWhatToInstall(bool posixMode)
    {
        var run = Start(posixMode, out var output);
        if (!Environment.IsPrivilegedProcess)
        {
            await run.WaitForExitAsync(TestContext.Current.CancellationToken)
                .WaitAsync(BuildDeadline, TestContext.Current.CancellationToken);

            Assert.Equal(1, run.ExitCode);
            Assert.Contains(Lines(output), line => line.Contains("apt-get install docker.io", StringComparison.Ordinal));
            return;
        }

        await Wait.UntilAsync(
            () => Lines(output).Any(line => line.Contains("; containers known: 3", StringComparison.Ordinal)),
            () => string.Join('\n', Lines(output)),
            TestContext.Current.CancellationToken,
            BuildDeadline);
        var host = Lines(output).Select(line => StartedAt().Match(line)).Single(match => match.Success).Groups[1].Value;
        var counts = await PluginClient.CountsAsync(_plugins.Combine("volume-count.sock"));
        var inspected = await Command.OutputAsync(
            "bash",
            "-c",
            $"docker --host {host} ps -aq | xargs docker --host {host} inspect --format '{{{{.Id}}}} {{{{len .Mounts}}}}'");
        await InterruptAsync(run);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(BuildDeadline, TestContext.Current.CancellationToken);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(inspected.Split('\n').Order(), counts.Select(count => $"{count.Key} {count.Value}").Order());
        Assert.Equal(["0", "1", "3"], counts.Values.Order());
        Assert.Empty(Directory.GetFileSystemEntries(_plugins.Path));
        Assert.False(Directory.Exists(Path.GetDirectoryName(new Uri(host).LocalPath)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_run is { HasExited: false })
        {
            await InterruptAsync(_run);
            await _run.WaitForExitAsync(CancellationToken.None);
        }

        _run?.Dispose();
        _plugins.Dispose();
    }

    [GeneratedRegex(@"^Started a throwaway Docker engine at (unix://.+)\.$")]
    private static partial Regex StartedAt();

    /// <summary>Does what Ctrl-C does.</summary>
    private static Task<string> InterruptAsync(Process run) => Command.OutputAsync("bash", "-c", $"kill -INT {run.Id}");

    private static string[] Lines(List<string> output)
    {
        lock (output)
            return [.. output];
    }

    private Process Start(bool posixMode, out List<string> output)
    {
        var lines = output = [];
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "run"), ["--plugins-dir", _plugins.Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["DOCKER_HOST"] = $"unix://{_plugins.Combine("no-engine.sock")}";
        start.Environment["DOCKER_CONTEXT"] = "default";
        start.Environment["POSIXLY_CORRECT"] = posixMode ? "1" : null;

        var run = _run = Process.Start(start)!;
        run.OutputDataReceived += Keep;
        run.ErrorDataReceived += Keep;
        run.BeginOutputReadLine();
        run.BeginErrorReadLine();
        return run;

        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (lines)
                lines.Add(line.Data ?? "");
        }
    }
}
