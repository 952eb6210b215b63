using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace VolumeCount.Sockets;

/// <summary>A connection to the plugin's socket, and when it was last of use.</summary>
internal sealed class OpenConnection(ConnectionContext context, long opened)
{
    private long _lastRequest;

    /// <summary>In what order connections are given up: first those that never sent a request, then those idle for longest.</summary>
    public (bool HasRequested, long Used) Worth => Interlocked.Read(ref _lastRequest) is > 0 and var used ? (true, used) : (false, opened);

    /// <summary>A request has come in on it.</summary>
    public void MarkRequest(long timestamp) => Interlocked.Exchange(ref _lastRequest, timestamp);

    /// <summary>Ends it as soon as no request is under way on it: cheap, where an abort is an exception in several places.</summary>
    public void Close() => context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();

    /// <summary>Ends it now.</summary>
    public void Abort() => context.Abort(new ConnectionAbortedException("Too many connections are open, and this one was idle."));
}
