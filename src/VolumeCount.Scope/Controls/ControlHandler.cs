namespace VolumeCount.Scope.Controls;

/// <summary>Does what a control stands for.</summary>
/// <param name="request">What Scope sent.</param>
/// <param name="services">The services of the plugin's host.</param>
/// <param name="cancellationToken">Cancelled when Scope no longer waits.</param>
/// <returns>What Scope is told.</returns>
public delegate ValueTask<ControlResponse> ControlHandler(
    ControlRequest request, IServiceProvider services, CancellationToken cancellationToken);
