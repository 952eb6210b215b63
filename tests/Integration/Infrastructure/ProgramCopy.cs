using System.Diagnostics;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>The program where everybody may read it, to be run as a user without any rights.</summary>
internal sealed class ProgramCopy : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ProgramCopy()
    {
    }

    public static async Task<ProgramCopy> CreateAsync()
    {
        var copy = new ProgramCopy();
        await Command.OutputAsync("cp", "--recursive", AppContext.BaseDirectory, copy._folder.Combine("bin"));
        await Command.OutputAsync("chmod", "--recursive", "a+rX", copy._folder.Path);
        return copy;
    }

    /// <summary>How to start it. It takes root.</summary>
    public ProcessStartInfo Start(params string[] arguments) => new(
        "setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", _folder.Combine("bin/volume-count"), .. arguments])
    {
        Environment =
        {
            ["HOME"] = "/nonexistent",
            // A profiler that measures coverage would log to stderr that the user `nobody` may not write its files.
            ["CORECLR_ENABLE_PROFILING"] = "0",
        },
    };

    public void Dispose() => _folder.Dispose();
}
