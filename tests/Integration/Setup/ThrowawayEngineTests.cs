using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Setup;

/// <summary><c>eng/dockerd.sh</c>, which runs the throwaway engines of the scripts and the tests.</summary>
public sealed class ThrowawayEngineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("TERM to the script", "kill $script")]
    [InlineData("the end of its input", "exec 4>&-")]
    [InlineData("TERM to the engine", "kill $(child $(child $script))")]
    public async Task Engine_BesideAnotherOnesBridge_LeavesThatAlone(string ending, string end)
    {
        await OwnEngine.RequireAsync();

        // A network namespace stands for the machine, so that the machine's own bridges are not at stake.
        const string Script = """
            set -euo pipefail
            export PATH=$PATH:/usr/sbin:/sbin
            bridges() { ip -oneline link show type bridge | sed 's/^[0-9]*: \([^:]*\):.*/\1/' | paste -sd ' ' -; }
            child() { read -r first _ <"/proc/$1/task/$1/children"; echo "$first"; }
            ip link add docker0 type bridge
            mkfifo "$1/input"
            bash eng/dockerd.sh "$1" "$1/docker.sock" <"$1/input" 4>&- &
            script=$!
            exec 4>"$1/input"
            until docker --host "unix://$1/docker.sock" version >/dev/null 2>&1; do
                kill -0 $script
                sleep 0.1
            done
            echo "running: $(bridges | sed 's/vc-[A-Za-z0-9]*/own/')"
            eval "$2"
            wait $script || true
            echo "ended: $(bridges)"
            rm -rf "$1/data" "$1/exec"
            """;
        var seen = await Command.RunAsync(
            "env",
            [
                .. Root.Before, "--chdir", Repository.Root, "timeout", "120", "unshare", "--net",
                "bash", "-c", Script, "bash", _folder.Path, end,
            ],
            timeout: TimeSpan.FromMinutes(2));

        Assert.True(
            seen.Output == "running: docker0 own\nended: docker0\n",
            $"With {ending}: {seen.Output}{seen.Error}{File.ReadAllText(_folder.Combine("log"))}");
    }

    public void Dispose() => _folder.Dispose();
}
