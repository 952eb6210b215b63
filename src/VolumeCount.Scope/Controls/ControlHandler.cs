namespace VolumeCount.Scope.Controls;

/// <summary>Handles a control.</summary>
/// <param name="request">The request that Scope sent.</param>
/// <param name="services">The services of the plugin's host.</param>
/// <param name="cancellationToken">Cancelled when Scope no longer waits.</param>
/// <returns>The response to Scope.</returns>
public delegate ValueTask<ControlResponse> ControlHandler(
    ControlRequest request, IServiceProvider services, CancellationToken cancellationToken);
