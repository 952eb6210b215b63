using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace VolumeCount.Sockets;

/// <summary>
/// Keeps few connections open: whoever comes is let in, and for one too many the one goes that was idle for longest. Kestrel's own
/// limit turns newcomers away instead, so that clients that connect and stay silent would lock the probe out.
/// </summary>
/// <param name="maxConnections">As many are kept; as many again may be about to end.</param>
/// <param name="timeProvider">Tells which of them is idle for longest.</param>
internal sealed class ConnectionLimit(int maxConnections, TimeProvider timeProvider)
{
    // Taken when a connection begins and ends, and never by a request.
    private readonly Lock _gate = new();
    private readonly HashSet<OpenConnection> _open = [];
    private readonly List<OpenConnection> _closing = [];

    /// <summary>How many connections are open, and not about to end.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _open.Count;
        }
    }

    /// <summary>Lets a connection in, for as long as it lasts.</summary>
    public async Task AdmitAsync(ConnectionContext context, ConnectionDelegate next)
    {
        var connection = new OpenConnection(context, timeProvider.GetTimestamp());
        context.Items[typeof(OpenConnection)] = connection;
        OpenConnection? surplus = null, stuck = null;
        lock (_gate)
        {
            if (_open.Count >= maxConnections)
            {
                surplus = _open.MinBy(open => open.Worth)!;
                _open.Remove(surplus);
                _closing.Add(surplus);
                if (_closing.Count > maxConnections)
                    _closing.Remove(stuck = _closing[0]);
            }

            _open.Add(connection);
        }

        surplus?.Close();
        stuck?.Abort();
        try
        {
            await next(context);
        }
        finally
        {
            lock (_gate)
            {
                _open.Remove(connection);
                _closing.Remove(connection);
            }
        }
    }

    /// <summary>Remembers that a request has come in on its connection.</summary>
    public void MarkRequest(HttpContext context)
    {
        if (context.Features.Get<IConnectionItemsFeature>() is { } connection)
            MarkRequest(connection.Items);
    }

    /// <summary>Remembers that a request has come in on the connection with these items.</summary>
    public void MarkRequest(IDictionary<object, object?> items)
    {
        if (items.TryGetValue(typeof(OpenConnection), out var open))
            ((OpenConnection)open!).MarkRequest(timeProvider.GetTimestamp());
    }
}
