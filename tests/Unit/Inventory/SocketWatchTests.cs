using System.Net.Sockets;
using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Inventory;

public sealed class SocketWatchTests : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    private readonly TemporaryFolder _folder = new();
    private readonly VirtualTime _time = new();

    private string Path => _folder.Combine("docker.sock");

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wait_WhileNothingChanges_TakesAsLongAsTheDelay()
    {
        var waiting = Watch().WaitAsync(Delay, CancellationToken);

        _time.Advance(Delay - TimeSpan.FromMilliseconds(1));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(waiting.IsCompleted);
        Assert.False(await waiting);
    }

    [Fact]
    public async Task Wait_WhenTheSocketAppears_EndsEarly()
    {
        var waiting = Watch().WaitAsync(Delay, CancellationToken);
        using var socket = Bind();

        _time.Advance(SocketWatch.Interval);

        Assert.True(waiting.IsCompleted);
        Assert.True(await waiting);
    }

    [Fact]
    public async Task Wait_WhenAnotherSocketIsThere_EndsEarly()
    {
        using var dead = Bind();
        var waiting = Watch().WaitAsync(Delay, CancellationToken);
        File.Delete(Path);
        using var socket = Bind();

        _time.Advance(SocketWatch.Interval);

        Assert.True(waiting.IsCompleted);
        Assert.True(await waiting);
    }

    [Fact]
    public async Task Wait_WhenTheRightsAreGranted_EndsEarly()
    {
        using var socket = Bind();
        File.SetUnixFileMode(Path, UnixFileMode.None);
        var waiting = Watch().WaitAsync(Delay, CancellationToken);
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        _time.Advance(SocketWatch.Interval);

        Assert.True(waiting.IsCompleted);
        Assert.True(await waiting);
    }

    [Fact]
    public async Task Wait_ForAnEngineOverTcp_TakesAsLongAsTheDelay()
    {
        var waiting = new SocketWatch(new Uri("tcp://engine:2375"), _time.Provider).WaitAsync(Delay, CancellationToken);

        _time.Advance(Delay);

        Assert.True(waiting.IsCompleted);
        Assert.False(await waiting);
    }

    public void Dispose()
    {
        _time.Dispose();
        _folder.Dispose();
    }

    private SocketWatch Watch()
    {
        var watch = new SocketWatch(new Uri($"unix://{Path}"), _time.Provider);
        watch.Look();
        return watch;
    }

    private Socket Bind()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path));
        return socket;
    }
}
