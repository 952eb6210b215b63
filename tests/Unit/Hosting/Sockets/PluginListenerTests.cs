using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Scope.Hosting;
using VolumeCount.Scope.Hosting.Sockets;

namespace VolumeCount.Tests.Unit.Hosting.Sockets;

public sealed class PluginListenerTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeLifetime _lifetime = new();
    private readonly FakeTimeProvider _time = new();
    private readonly RecordingLogger<PluginListener> _log = new();
    private readonly PluginSocket _socket;
    private readonly PluginListener _listener;

    public PluginListenerTests()
    {
        _socket = new PluginSocket(_folder.Combine("plugins"), "volume-count", TimeProvider.System);
        _listener = new PluginListener(
            _socket,
            new UnixDomainSocketEndPoint(_socket.Path),
            new SocketConnectionContextFactory(new SocketConnectionFactoryOptions(), NullLogger.Instance),
            _lifetime,
            _time,
            _log);
    }

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accept_OfAClient_GivesItsConnection()
    {
        using var client = Connect();

        await using var connection = await _listener.AcceptAsync(CancellationToken);

        Assert.NotNull(connection);
        Assert.Equal([(LogLevel.Information, HostingLogEvents.Listening, $"Listening on {_socket.Path}")], _log.Lines);
    }

    [Fact]
    public async Task Accept_AfterTheSocketWasDeleted_GivesTheClientsOfTheNewOne()
    {
        var accepting = _listener.AcceptAsync(CancellationToken);
        File.Delete(_socket.Path);

        await LookAgainAsync(() => File.Exists(_socket.Path));
        using var client = Connect();
        await using var connection = await accepting;

        Assert.NotNull(connection);
        Assert.Equal(
            (
                LogLevel.Warning,
                HostingLogEvents.PublishedAnew,
                $"{_socket.Path} was deleted: listening on a new socket there"),
            _log.Lines.Last());
        Assert.Equal(0, _lifetime.Stops);
    }

    [Fact]
    public async Task Watch_BeforeTheInterval_DoesNotLook()
    {
        File.Delete(_socket.Path);

        _time.Advance(PluginListener.WatchInterval - TimeSpan.FromTicks(1));
        Assert.False(File.Exists(_socket.Path));

        _time.Advance(TimeSpan.FromTicks(1));
        await Wait.UntilAsync(() => File.Exists(_socket.Path), "the socket is back", CancellationToken);
    }

    [Fact]
    public async Task Watch_WhenAnotherInstanceTakesOver_StopsTheApplicationOnce()
    {
        using var other =
            await new PluginSocket(_folder.Combine("plugins"), "volume-count", TimeProvider.System).PublishAsync();

        await LookAgainAsync(() => _lifetime.Stops > 0);
        _time.Advance(PluginListener.WatchInterval);
        _time.Advance(PluginListener.WatchInterval);

        Assert.Equal(1, _lifetime.Stops);
        Assert.Equal(
            (LogLevel.Information, HostingLogEvents.Replaced, $"Another instance has taken over {_socket.Path}: stopping"),
            _log.Lines.Last());
    }

    [Fact]
    public async Task Watch_WhileTheSocketIsTheOwn_SaysAndDoesNothing()
    {
        for (var i = 0; i < 5; i++)
            _time.Advance(PluginListener.WatchInterval);
        using var client = Connect();
        await using var connection = await _listener.AcceptAsync(CancellationToken);

        Assert.Single(_log.Lines);
        Assert.Equal(0, _lifetime.Stops);
    }

    [Fact]
    public async Task Watch_WhileSomethingElseIsThere_ComplainsOnceUntilItIsGone()
    {
        Obstruct();
        await LookAgainAsync(() => _log.Lines.Count == 2);
        await LookAgainAsync(() => true);
        await LookAgainAsync(() => true);
        File.Delete(_socket.Path);
        await LookAgainAsync(() => _log.Lines.Count == 3);
        Obstruct();
        await LookAgainAsync(() => _log.Lines.Count == 4);

        Assert.Equal(
            [
                HostingLogEvents.Listening, HostingLogEvents.CannotPublish, HostingLogEvents.PublishedAnew,
                HostingLogEvents.CannotPublish,
            ],
            _log.Lines.Select(line => line.EventId));
        Assert.Equal(
            $"{_socket.Path} was deleted and cannot be created again: {_socket.Path}: exists and is not a socket. " +
            "Nothing was deleted. Move it away, or choose another folder with --plugins-dir. Retrying",
            _log.Lines.Last().Message);
    }

    [Fact]
    public async Task Unbind_RemovesTheSocketAndEndsAccepting()
    {
        var accepting = _listener.AcceptAsync(CancellationToken).AsTask();

        await _listener.UnbindAsync(CancellationToken);

        Assert.Null(await accepting);
        Assert.Null(await _listener.AcceptAsync(CancellationToken));
        Assert.False(File.Exists(_socket.Path));
        Assert.Throws<SocketException>(Connect);
    }

    [Fact]
    public async Task Unbind_EndsTheWatch()
    {
        await _listener.UnbindAsync(CancellationToken);

        _time.Advance(PluginListener.WatchInterval);
        _time.Advance(PluginListener.WatchInterval);

        Assert.False(File.Exists(_socket.Path));
    }

    [Fact]
    public async Task Unbind_WhenTheSocketCannotBeRemoved_SaysSo()
    {
        Directory.Delete(_folder.Combine("plugins"), recursive: true);
        await File.WriteAllTextAsync(_folder.Combine("plugins"), "a file where the folder was", CancellationToken);

        await _listener.UnbindAsync(CancellationToken);

        var (level, eventId, message) = _log.Lines.Last();
        Assert.Equal((LogLevel.Warning, HostingLogEvents.NotRemoved), (level, eventId));
        Assert.Equal($"{_socket.Path} cannot be removed: Not a directory. Remove it by hand", message);
    }

    [Fact]
    public async Task Dispose_WithoutUnbind_RemovesTheSocketToo()
    {
        await _listener.DisposeAsync();

        Assert.False(File.Exists(_socket.Path));
    }

    public async ValueTask InitializeAsync() => await _listener.BindAsync();

    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        _lifetime.Dispose();
        _folder.Dispose();
    }

    private void Obstruct()
    {
        File.WriteAllText(_folder.Combine("file"), "");
        File.Move(_folder.Combine("file"), _socket.Path, overwrite: true);
    }

    private Task LookAgainAsync(Func<bool> condition)
    {
        _time.Advance(PluginListener.WatchInterval);
        return Wait.UntilAsync(condition, "the listener has looked", CancellationToken);
    }

    private Socket Connect()
    {
        var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        client.Connect(new UnixDomainSocketEndPoint(_socket.Path));
        return client;
    }
}
