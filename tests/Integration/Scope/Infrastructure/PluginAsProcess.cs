using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>Our plugin as a process on the host.</summary>
internal sealed class PluginAsProcess(PluginProcess process) : IPluginUnderTest
{
    /// <inheritdoc/>
    public async Task StopAsync()
    {
        await process.SignalAsync("TERM");
        await process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public Task KillAsync() => process.KillAsync();

    /// <inheritdoc/>
    public Task WaitForExitAsync() => process.WaitForExitAsync();

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
