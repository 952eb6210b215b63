using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Scope.Hosting.Http;
using VolumeCount.Scope.Hosting.Reports;

namespace VolumeCount.Tests.Unit.Hosting.Http;

/// <summary>How a probe's connection is served on the hot path.</summary>
public sealed class ReportConnectionTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly Renderer _renderer = new();
    private readonly ReportConnection _connection;
    private readonly Socket _probe = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Connection _served;
    private bool _isHandedOver;

    public ReportConnectionTests()
    {
        _connection = new(_renderer, _time);

        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(_folder.Combine("socket")));
        listener.Listen();
        _probe.Connect(listener.LocalEndPoint!);
        _served = new Connection(listener.Accept());
    }

    [Fact]
    public async Task Requests_ThatCameTogether_LetOthersGoBetweenThem()
    {
        await SendAsync(requests: 3 * ReportConnection.MaxResponsesInARow);

        _renderer.BeginCall();
        var serving = ServeAsync();
        var answered = _renderer.EndCall();

        Assert.InRange(answered, 1, ReportConnection.MaxResponsesInARow);
        await ReceiveAsync(answers: 3 * ReportConnection.MaxResponsesInARow);
        await LeaveAsync(serving);
    }

    [Fact]
    public async Task Request_ThatComesWhileTheConnectionIsToEnd_IsTheLastOne()
    {
        await SendAsync(requests: 1);
        _served.Close();

        await ServeAsync().WaitAsync(Deadline, TestContext.Current.CancellationToken);

        await ReceiveAsync(answers: 1);
        Assert.False(_isHandedOver);
    }

    [Fact]
    public async Task Silence_ForTheIdleTimeout_EndsTheConnection()
    {
        var serving = ServeAsync();

        _time.Advance(HttpServices.IdleTimeout - TimeSpan.FromMilliseconds(1));
        Assert.False(_served.IsAborted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        await serving.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        Assert.True(_served.IsAborted);
        Assert.False(_isHandedOver);
    }

    [Fact]
    public async Task Request_BeforeTheIdleTimeout_BeginsItAnew()
    {
        var serving = ServeAsync();
        for (var i = 0; i < 3; i++)
        {
            _time.Advance(HttpServices.IdleTimeout / 2);
            await SendAsync(requests: 1);
            await ReceiveAsync(answers: 1);
        }

        Assert.False(_served.IsAborted);
        await LeaveAsync(serving);
    }

    [Fact]
    public async Task RequestOfAnotherKind_IsLeftToKestrelWithAllThatFollows()
    {
        const string other = "GET /nothing HTTP/1.1\r\nHost: plugin\r\n\r\n";
        await SendAsync(requests: 1);
        await _served.Requests.WriteAsync(Encoding.ASCII.GetBytes(other), TestContext.Current.CancellationToken);

        await ServeAsync().WaitAsync(Deadline, TestContext.Current.CancellationToken);

        await ReceiveAsync(answers: 1);
        Assert.True(_isHandedOver);
        Assert.True(_served.Transport.Input.TryRead(out var rest));
        Assert.Equal(other, Encoding.ASCII.GetString(rest.Buffer));
    }

    public void Dispose()
    {
        _probe.Dispose();
        _served.Socket.Dispose();
        _folder.Dispose();
    }

    private Task ServeAsync() => _connection.ServeAsync(_served, _ =>
    {
        _isHandedOver = true;
        return Task.CompletedTask;
    });

    private async Task SendAsync(int requests)
    {
        for (var i = 0; i < requests; i++)
        {
            await _served.Requests.WriteAsync(
                "GET /report HTTP/1.1\r\nHost: plugin\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        }
    }

    private async Task ReceiveAsync(int answers)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        var received = new byte[1 << 16];
        var length = 0;
        while (received.AsSpan(0, length).Count("HTTP/1.1 200 OK\r\n"u8) < answers || received[length - 1] != '}')
            length += await _probe.ReceiveAsync(received.AsMemory(length), deadline.Token);
    }

    private async Task LeaveAsync(Task serving)
    {
        await _served.Requests.CompleteAsync();
        await serving.WaitAsync(Deadline, TestContext.Current.CancellationToken);
    }

    /// <summary>Counts how often it renders on the thread of one call, before that call returns.</summary>
    private sealed class Renderer : IReportRenderer
    {
        private int _caller;
        private int _renderings;

        public RenderedReport Render()
        {
            if (Environment.CurrentManagedThreadId == Volatile.Read(ref _caller))
                _renderings++;

            var report = new RenderedReport(_ => { });
            "{}"u8.CopyTo(report.Buffer.GetSpan(2));
            report.Buffer.Advance(2);
            report.Complete(null, TimeProvider.System);
            return report;
        }

        public void RenderAhead()
        {
        }

        public void BeginCall() => Volatile.Write(ref _caller, Environment.CurrentManagedThreadId);

        public int EndCall()
        {
            Volatile.Write(ref _caller, 0);
            return _renderings;
        }
    }

    private sealed class Connection
        : DefaultConnectionContext, IConnectionSocketFeature, IConnectionLifetimeNotificationFeature
    {
        private readonly CancellationTokenSource _closing = new();
        private readonly Pipe _input = new();

        public Connection(Socket socket)
        {
            Socket = socket;
            Transport = new Duplex(_input.Reader, new Pipe().Writer);
            Features.Set<IConnectionSocketFeature>(this);
            Features.Set<IConnectionLifetimeNotificationFeature>(this);
            ConnectionClosedRequested = _closing.Token;
        }

        public Socket Socket { get; }

        public PipeWriter Requests => _input.Writer;

        public CancellationToken ConnectionClosedRequested { get; set; }

        public bool IsAborted { get; private set; }

        public override void Abort(ConnectionAbortedException abortReason) => IsAborted = true;

        public override void Abort() => IsAborted = true;

        public void RequestClose() => Close();

        public void Close() => _closing.Cancel();
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
