using System.Buffers;
using System.Diagnostics;
using VolumeCount.Scope.Contract;

namespace ScopePlugin1.Tests;

/// <summary>The plugin keeps to the contract with Scope.</summary>
public sealed class ContractTests : IDisposable
{
    // Long enough for any machine: Scope itself waits for 500 ms.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _plugins = Directory.CreateTempSubdirectory("scope-");

    [Fact]
    public void Report_IsOneThatScopeTakes()
    {
        var output = new ArrayBufferWriter<byte>();
#if (control)
        ScopePlugin1ReportContext.Write(output, ScopePlugin1Report.Read(presses: 1));
#else
        ScopePlugin1ReportContext.Write(output, ScopePlugin1Report.Read());
#endif

        AssertPassed(PluginCheck.Run(output.WrittenSpan, "scope-plugin-id"));
    }

    [Fact]
    public async Task Plugin_WhenItRuns_AnswersAsScopeExpects()
    {
        var socket = Path.Combine(_plugins.FullName, "scope-plugin-id.sock");
        using var plugin = Process.Start(
            Path.Combine(AppContext.BaseDirectory, "scope-plugin-id"), ["serve", "--plugins-dir", _plugins.FullName]);
        try
        {
            await WaitForAsync(socket);

            AssertPassed(await PluginCheck.RunAsync(socket, Patience, TestContext.Current.CancellationToken));
        }
        finally
        {
            plugin.Kill();
            await plugin.WaitForExitAsync(CancellationToken.None);
        }
    }

    public void Dispose() => _plugins.Delete(recursive: true);

    private static void AssertPassed(PluginCheckReport report) =>
        Assert.True(report.HasPassed && !report.HasWarnings, report.ToString());

    private static async Task WaitForAsync(string socket)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!File.Exists(socket))
            await timer.WaitForNextTickAsync(deadline.Token);
    }
}
