namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>A running instance of our plugin, in whatever form it is shipped.</summary>
internal interface IPluginUnderTest : IAsyncDisposable
{
    /// <summary>Ends it as an operator would, and waits for its end.</summary>
    Task StopAsync();

    /// <summary>Ends it without a chance to clean up.</summary>
    Task KillAsync();

    /// <summary>Waits for the end that it comes to by itself, once another instance has taken its place.</summary>
    Task WaitForExitAsync();
}
