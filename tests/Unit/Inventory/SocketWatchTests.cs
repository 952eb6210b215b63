using System.Diagnostics;
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
        var waiting = Watch().WaitAsync(Delay, _time.Provider, CancellationToken);

        _time.Advance(Delay - TimeSpan.FromMilliseconds(1));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(waiting.IsCompleted);
        Assert.False(await waiting);
    }

    [Fact]
    public async Task Wait_WhenTheSocketAppears_EndsEarly()
    {
        var waiting = Watch().WaitAsync(Delay, _time.Provider, CancellationToken);
        using var socket = Bind();

        _time.Advance(SocketWatch.Interval);

        Assert.True(waiting.IsCompleted);
        Assert.True(await waiting);
    }

    [Fact]
    public async Task Wait_WhenAnotherSocketIsThere_EndsEarly()
    {
        using var dead = Bind();
        var waiting = Watch().WaitAsync(Delay, _time.Provider, CancellationToken);
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
        var waiting = Watch().WaitAsync(Delay, _time.Provider, CancellationToken);
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        _time.Advance(SocketWatch.Interval);

        Assert.True(waiting.IsCompleted);
        Assert.True(await waiting);
    }

    [Fact]
    public async Task Wait_WhenTheGroupIsChanged_EndsEarly()
    {
        using var socket = Bind();
        var waiting = Watch().WaitAsync(Delay, _time.Provider, CancellationToken);
        ChangeGroup();

        _time.Advance(SocketWatch.Interval);

        Assert.True(waiting.IsCompleted);
        Assert.True(await waiting);
    }

    [Fact]
    public async Task Wait_WhenTheSocketThatALinkLeadsToAppears_EndsEarly()
    {
        var link = _folder.Combine("link.sock");
        File.CreateSymbolicLink(link, Path);
        var waiting = Watch(link).WaitAsync(Delay, _time.Provider, CancellationToken);
        using var socket = Bind();

        _time.Advance(SocketWatch.Interval);

        Assert.True(waiting.IsCompleted);
        Assert.True(await waiting);
    }

    [Fact]
    public async Task Wait_ForAnEngineOverTcp_TakesAsLongAsTheDelay()
    {
        var waiting = new SocketWatch(path: null).WaitAsync(Delay, _time.Provider, CancellationToken);

        _time.Advance(Delay);

        Assert.True(waiting.IsCompleted);
        Assert.False(await waiting);
    }

    public void Dispose()
    {
        _time.Dispose();
        _folder.Dispose();
    }

    private SocketWatch Watch(string? path = null) => new(path ?? Path);

    // To the group that it has: only root may give it another one, and the system notes the change all the same. Not
    // awaited: in virtual time nothing goes on by itself.
    private void ChangeGroup()
    {
        using var chgrp = Process.Start("chgrp", ["--reference", _folder.Path, Path]);
        chgrp.WaitForExit();
    }

    private Socket Bind()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path));
        return socket;
    }
}
