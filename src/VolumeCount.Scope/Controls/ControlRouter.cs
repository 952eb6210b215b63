using System.Collections.Frozen;

namespace VolumeCount.Scope.Controls;

/// <summary>The controls of a report and their handlers. The source generator creates one for each report.</summary>
/// <param name="handlers">The handlers, by the ids of their controls.</param>
public sealed class ControlRouter(params IEnumerable<KeyValuePair<string, ControlHandler>> handlers)
{
    private readonly FrozenDictionary<string, ControlHandler> _handlers =
        handlers.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The ids of the controls; empty if the report has no controls.</summary>
    public IReadOnlyCollection<string> Controls => _handlers.Keys;

    /// <summary>Passes a request to the handler of its control.</summary>
    /// <param name="request">The request that Scope sent.</param>
    /// <param name="services">The services of the plugin's host, for the handlers' parameters.</param>
    /// <param name="cancellationToken">Cancelled when Scope no longer waits.</param>
    /// <returns>The handler's response; an error if the report has no such control.</returns>
    public ValueTask<ControlResponse> HandleAsync(
        ControlRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(services);

        return _handlers.TryGetValue(request.Control, out var handler)
            ? handler(request, services, cancellationToken)
            : new(ControlResponse.Error($"this plugin has no control '{request.Control}'"));
    }

    /// <summary>The service that a handler takes as a parameter.</summary>
    /// <param name="services">The services of the plugin's host.</param>
    /// <exception cref="InvalidOperationException">The host has no such service.</exception>
    public static T Service<T>(IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>
    /// The service that a handler takes as an optional or nullable parameter; null if the host does not have it.
    /// </summary>
    /// <param name="services">The services of the plugin's host.</param>
    public static T? OptionalService<T>(IServiceProvider services)
        where T : class => services.GetService<T>();
}
