using System.Globalization;
using System.Net.Sockets;
using VolumeCount.Scope.FileSystem;
using VolumeCount.Scope.Hosting.Sockets;

namespace VolumeCount.Tests.Unit.Hosting.Sockets;

public sealed class PluginSocketTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TemporaryFolder _folder = new();
    private readonly PluginSocket _socket;

    public PluginSocketTests() => _socket = new PluginSocket(_folder.Path, "volume-count", TimeProvider.System);

    [Fact]
    public async Task Publish_InAnEmptyFolder_LeavesOneSocketThatOnlyItsOwnerMayUse()
    {
        using var listening = await _socket.PublishAsync();

        Assert.Equal([_folder.Combine("volume-count.sock")], Directory.GetFileSystemEntries(_folder.Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_socket.Path));
        Assert.Equal(FileKind.Socket, FileIdentity.Of(_socket.Path)?.Kind);
        Assert.True(CanConnect());
    }

    [Fact]
    public async Task Publish_BeforeAnyConnectionIsAccepted_LetsNineHundredWait()
    {
        const int Count = 900;
        var limit = int.Parse(File.ReadAllText("/proc/sys/net/core/somaxconn"), CultureInfo.InvariantCulture);
        Assert.SkipUnless(limit >= Count, $"net.core.somaxconn is {limit}: the system lets no more connections wait.");
        using var listening = await _socket.PublishAsync();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        var clients = new List<Socket>();
        try
        {
            for (var i = 0; i < Count; i++)
            {
                clients.Add(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified));
                await clients[^1].ConnectAsync(new UnixDomainSocketEndPoint(_socket.Path), deadline.Token);
            }

            Assert.All(clients, static client => Assert.True(client.Connected));
        }
        finally
        {
            clients.ForEach(static client => client.Dispose());
        }
    }

    [Fact]
    public async Task Publish_WithoutTheFolder_CreatesItAndThoseAboveForTheOwnerOnly()
    {
        var socket = new PluginSocket(_folder.Combine("a/b"), "volume-count", TimeProvider.System);

        using var listening = await socket.PublishAsync();

        Assert.Equal(Owner, File.GetUnixFileMode(_folder.Combine("a")));
        Assert.Equal(Owner, File.GetUnixFileMode(_folder.Combine("a/b")));
    }

    [Fact]
    public async Task Publish_InAFolderThatExists_KeepsItsMode()
    {
        var mode = Owner | UnixFileMode.GroupRead | UnixFileMode.OtherExecute | UnixFileMode.StickyBit;
        File.SetUnixFileMode(_folder.Path, mode);

        using var listening = await _socket.PublishAsync();

        Assert.Equal(mode, File.GetUnixFileMode(_folder.Path));
    }

    [Fact]
    public async Task Publish_OverASocketThatNobodyListensOn_ReplacesIt()
    {
        LeaveDeadSocket(_socket.Path);

        using var listening = await _socket.PublishAsync();

        Assert.True(CanConnect());
    }

    [Fact]
    public async Task Publish_BesideLeftovers_RemovesTheTemporarySocketsAndNothingElse()
    {
        LeaveDeadSocket(_folder.Combine(".vc-0badcafe.tmp"));
        LeaveDeadSocket(_folder.Combine("another-plugin.sock"));
        File.WriteAllText(_folder.Combine(".vc-note.tmp"), "not a socket");

        using var listening = await _socket.PublishAsync();

        Assert.Equal(
            [".vc-note.tmp", "another-plugin.sock", "volume-count.sock"],
            Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Publish_WhileAnotherInstanceListens_TakesItsNameAndLeavesItListening()
    {
        var other = new PluginSocket(_folder.Path, "volume-count", TimeProvider.System);
        using var first = await other.PublishAsync();

        using var second = await _socket.PublishAsync();

        Assert.Equal(PluginSocketState.Ours, _socket.Inspect());
        Assert.Equal(PluginSocketState.Replaced, other.Inspect());
    }

    [Fact]
    public async Task Publish_WhileOthersConnectAllTheTime_LetsNoneOfThemFail()
    {
        using var first = await _socket.PublishAsync();
        var accepting = new List<Task> { AcceptUntilClosedAsync(first) };
        var done = false;
        var connections = 0;
        var client = Task.Run(
            () =>
            {
                for (; !Volatile.Read(ref done); connections++)
                    Assert.True(CanConnect(), $"connection {connections} failed");
            },
            TestContext.Current.CancellationToken);

        await Wait.UntilAsync(
            () => Volatile.Read(ref connections) > 0, "others connect", TestContext.Current.CancellationToken);
        var others = new List<Socket>();
        for (var i = 0; i < 50; i++)
        {
            others.Add(await new PluginSocket(_folder.Path, "volume-count", TimeProvider.System).PublishAsync());
            accepting.Add(AcceptUntilClosedAsync(others[i]));
        }

        Volatile.Write(ref done, true);

        await client;
        others.ForEach(other => other.Dispose());
        first.Dispose();
        await Task.WhenAll(accepting);
    }

    [Fact]
    public async Task Publish_WhereAFileIs_FailsAndKeepsIt()
    {
        File.WriteAllText(_socket.Path, "precious");

        var failure = await Assert.ThrowsAsync<PluginSocketException>(() => _socket.PublishAsync().AsTask());

        Assert.Equal(
            $"{_socket.Path}: exists and is not a socket. Nothing was deleted. Move it away, or choose another folder "
                + "with --plugins-dir",
            failure.Message);
        Assert.Equal("precious", File.ReadAllText(_socket.Path));
    }

    [Fact]
    public async Task Publish_WhereAFolderIs_FailsAndKeepsIt()
    {
        Directory.CreateDirectory(_socket.Path);

        var failure = await Assert.ThrowsAsync<PluginSocketException>(() => _socket.PublishAsync().AsTask());

        Assert.Equal(
            $"{_socket.Path}: is a folder. Nothing was deleted. Move it away, or choose another folder with --plugins-dir",
            failure.Message);
        Assert.True(Directory.Exists(_socket.Path));
    }

    [Fact]
    public async Task Publish_BelowAFile_FailsAndNamesThePath()
    {
        File.WriteAllText(_folder.Combine("file"), "");
        var socket = new PluginSocket(_folder.Combine("file/plugins"), "volume-count", TimeProvider.System);

        var failure = await Assert.ThrowsAsync<PluginSocketException>(() => socket.PublishAsync().AsTask());

        Assert.StartsWith($"{socket.Path}: cannot be created: ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("or choose another folder with --plugins-dir", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_InAFolderThatSomebodyLocked_FailsAndSaysSo()
    {
        using var folderLock = await FolderLock.TryTakeAsync(_folder.Path, TimeSpan.Zero, TimeProvider.System);

        var failure = await Assert.ThrowsAsync<PluginSocketException>(() => _socket.PublishAsync().AsTask());

        Assert.StartsWith(
            $"{_folder.Path}: another process has locked this folder", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WithThePathOfGreatestLength_CanBeConnectedTo()
    {
        var socket = new PluginSocket(
            FolderWithSocketPathOf(PluginSocket.MaxPathBytes), "volume-count", TimeProvider.System);

        using var listening = await socket.PublishAsync();
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        client.Connect(new UnixDomainSocketEndPoint(socket.Path));

        Assert.True(client.Connected);
    }

    [Fact]
    public void Create_WithAPathThatIsTooLong_SaysHowLongItMayBe()
    {
        var folder = FolderWithSocketPathOf(PluginSocket.MaxPathBytes + 1);

        var failure = Assert.Throws<PluginSocketException>(
            () => new PluginSocket(folder, "volume-count", TimeProvider.System));

        Assert.Equal(
            $"{folder}/volume-count.sock: the path has 108 bytes, and that of a unix socket at most 107. " +
            "Choose a shorter folder with --plugins-dir",
            failure.Message);
    }

    [Fact]
    public async Task Inspect_AfterTheNameWasDeleted_IsMissing()
    {
        using var listening = await _socket.PublishAsync();

        File.Delete(_socket.Path);

        Assert.Equal(PluginSocketState.Missing, _socket.Inspect());
    }

    [Fact]
    public async Task Inspect_AfterAnotherTookOverAndDied_IsMissing()
    {
        using var listening = await _socket.PublishAsync();
        File.Delete(_socket.Path);

        LeaveDeadSocket(_socket.Path);

        Assert.Equal(PluginSocketState.Missing, _socket.Inspect());
    }

    [Fact]
    public async Task Inspect_WhileTheOtherIsTooBusyToAccept_IsReplacedAllTheSame()
    {
        using var listening = await _socket.PublishAsync();
        using var busy = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        busy.Bind(new UnixDomainSocketEndPoint(_folder.Combine("busy")));
        busy.Listen(0);
        File.Move(_folder.Combine("busy"), _socket.Path, overwrite: true);
        using var waiting = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        waiting.Connect(new UnixDomainSocketEndPoint(_socket.Path));

        // Another connection has to wait: one that blocks would never come back.
        var state = await Task.Run(_socket.Inspect, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(PluginSocketState.Replaced, state);
    }

    [Fact]
    public async Task Inspect_WhereAFileIsNow_IsMissing()
    {
        using var listening = await _socket.PublishAsync();
        File.Delete(_socket.Path);

        File.WriteAllText(_socket.Path, "");

        Assert.Equal(PluginSocketState.Missing, _socket.Inspect());
    }

    [Fact]
    public async Task Remove_OfItsOwnSocket_LeavesNothing()
    {
        using var listening = await _socket.PublishAsync();

        await _socket.RemoveAsync();

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Remove_AfterAnotherTookOver_LeavesTheOthersSocket()
    {
        var listening = await _socket.PublishAsync();
        var other = new PluginSocket(_folder.Path, "volume-count", TimeProvider.System);
        using var otherListening = await other.PublishAsync();

        await _socket.RemoveAsync();
        listening.Dispose();

        Assert.Equal(PluginSocketState.Ours, other.Inspect());
        Assert.True(CanConnect());
    }

    [Fact]
    public async Task Remove_BeforeItWasPublished_LeavesWhatIsThere()
    {
        LeaveDeadSocket(_socket.Path);

        await _socket.RemoveAsync();

        Assert.True(File.Exists(_socket.Path));
    }

    public void Dispose() => _folder.Dispose();

    private static void LeaveDeadSocket(string path)
    {
        // .NET deletes the name that a socket was bound to when it closes it, so it is bound to another and renamed.
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path + "x"));
        socket.Listen();
        File.Move(path + "x", path);
    }

    private static async Task AcceptUntilClosedAsync(Socket listening)
    {
        try
        {
            while (true)
                (await listening.AcceptAsync(TestContext.Current.CancellationToken)).Dispose();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
        }
    }

    private bool CanConnect()
    {
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            client.Connect(new UnixDomainSocketEndPoint(_socket.Path));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private string FolderWithSocketPathOf(int bytes)
    {
        var folder = _folder.Path + "/";
        return folder + new string('x', bytes - folder.Length - "/volume-count.sock".Length);
    }
}
