using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Sockets;

namespace VolumeCount.Tests.Unit.Sockets;

public sealed class ConnectionLimitTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ConnectionLimit _limit;

    public ConnectionLimitTests() => _limit = new ConnectionLimit(2, _time);

    [Fact]
    public void Admit_UpToTheLimit_KeepsEachConnection()
    {
        var first = Connect();
        var second = Connect();

        Assert.False(first.IsClosing || second.IsClosing);
        Assert.Equal(2, _limit.Count);
    }

    [Fact]
    public async Task Admit_AfterAnotherHasEnded_ClosesNone()
    {
        var first = Connect();
        var second = Connect();
        await second.EndAsync();

        Connect();

        Assert.False(first.IsClosing);
        Assert.Equal(2, _limit.Count);
    }

    [Fact]
    public void Admit_OfOneTooMany_ClosesTheOldest()
    {
        var first = Connect();
        var second = Connect();

        var third = Connect();

        Assert.True(first.IsClosing);
        Assert.False(second.IsClosing || third.IsClosing);
        Assert.Equal(2, _limit.Count);
    }

    [Fact]
    public void Admit_OfOneTooMany_ClosesTheOneIdleForLongest()
    {
        var first = Connect();
        var second = Connect();
        Request(second);
        Request(first);

        Connect();

        Assert.True(second.IsClosing);
        Assert.False(first.IsClosing);
    }

    [Fact]
    public void Admit_OfMany_NeverClosesAnOlderOneThatHasSentARequestForOneThatHasNot()
    {
        var probe = Connect();
        Request(probe);

        for (var i = 0; i < 1000; i++)
            Connect();

        Assert.False(probe.IsClosing);
        Assert.Equal(2, _limit.Count);
    }

    [Fact]
    public async Task Admit_WhileThoseThatCloseDoNotEnd_AbortsThem()
    {
        var connections = Enumerable.Range(0, 6).Select(_ => Connect()).ToList();
        Assert.Equal([true, true, false, false, false, false], connections.Select(connection => connection.IsAborted));
        Assert.Equal([true, true, true, true, false, false], connections.Select(connection => connection.IsClosing));

        await connections[2].EndAsync();
        Connect();

        Assert.Equal(2, connections.Count(connection => connection.IsAborted));
    }

    [Fact]
    public void MarkRequest_OnAnotherServer_DoesNothing() => _limit.MarkRequest(new DefaultHttpContext());

    private Connection Connect()
    {
        _time.Advance(TimeSpan.FromMilliseconds(1));
        var connection = new Connection();
        connection.Served = _limit.AdmitAsync(connection, _ => connection.Ending.Task);
        return connection;
    }

    private void Request(Connection connection)
    {
        _time.Advance(TimeSpan.FromMilliseconds(1));
        var context = new DefaultHttpContext();
        context.Features.Set<IConnectionItemsFeature>(connection);
        _limit.MarkRequest(context);
    }

    private sealed class Connection : DefaultConnectionContext, IConnectionItemsFeature, IConnectionLifetimeNotificationFeature
    {
        public Connection() => Features.Set<IConnectionLifetimeNotificationFeature>(this);

        public CancellationToken ConnectionClosedRequested { get; set; }

        public bool IsClosing { get; private set; }

        public TaskCompletionSource Ending { get; } = new();

        public Task Served { get; set; } = Task.CompletedTask;

        public bool IsAborted { get; private set; }

        public override void Abort(ConnectionAbortedException abortReason) => IsAborted = true;

        public void RequestClose() => IsClosing = true;

        public Task EndAsync()
        {
            Ending.SetResult();
            return Served;
        }
    }
}
