using System.Diagnostics;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Engineering;

/// <summary>The label by which a script removes what its tests left in an engine.</summary>
public sealed class EngineLabelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Script_ThatMadeALabel_CleansByIt() =>
        Assert.Contains(
            await DockerCallsAsync("engine_label"),
            static call => call.Contains("--filter label=", StringComparison.Ordinal));

    [Fact]
    public async Task Script_ThatInheritedALabel_LeavesTheOuterRunsContainers() =>
        Assert.DoesNotContain(
            await DockerCallsAsync(":"), static call => call.Contains("--filter", StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs a command in a script, and returns the calls of <c>docker</c> until the script has ended.</summary>
    private async Task<string[]> DockerCallsAsync(string command)
    {
        const string Script = """
            set -euo pipefail
            printf '#!/bin/sh\necho "$*" >>"%s"\n' "$3/calls" >"$3/docker"
            chmod +x "$3/docker"
            PATH=$3:$PATH
            source "$1/eng/common.sh"
            source "$1/eng/docker-engine.sh"
            eval "$2"
            docker inspect something
            """;
        var path = _folder.Combine("script");
        await File.WriteAllTextAsync(path, Script, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("bash", [path, Repository.Root, command, _folder.Path]);
        start.Environment["VOLUME_COUNT_TEST_RUN"] = "outer";

        using var script = Process.Start(start)!;
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, script.ExitCode);
        return await File.ReadAllLinesAsync(_folder.Combine("calls"), TestContext.Current.CancellationToken);
    }
}
