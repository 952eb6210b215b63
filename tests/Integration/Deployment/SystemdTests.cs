using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Deployment;

/// <summary>The systemd unit, as <c>systemd-analyze</c> judges it.</summary>
public sealed class SystemdTests : IDisposable
{
    /// <summary>
    /// The most that the unit may be exposed, of 100: what root and Docker's socket make of it, and little more.
    /// </summary>
    private const string Exposure = "20";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("verify", "--man=no")]
    [InlineData("security", "--offline=true", $"--threshold={Exposure}")]
    public async Task Unit_IsValidAndLockedDown(params string[] judgement)
    {
        if ((await Command.RunAsync("bash", ["-c", "command -v systemd-analyze"])).ExitCode != 0)
            Assert.Skip("needs the command systemd-analyze");
        var unit = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "deploy/systemd/volume-count.service"), TestContext.Current.CancellationToken);
        const string Program = "ExecStart=/usr/local/bin/volume-count\n";
        Assert.Contains(Program, unit, StringComparison.Ordinal);
        // The program must be there.
        await File.WriteAllTextAsync(
            _folder.Combine("volume-count.service"),
            unit.Replace(Program, $"ExecStart={PluginProcess.Executable}\n", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        var result = await Command.RunAsync("systemd-analyze", [.. judgement, _folder.Combine("volume-count.service")]);

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Empty(result.Error);
    }

    public void Dispose() => _folder.Dispose();
}
