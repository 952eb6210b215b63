using System.Net.Sockets;
using VolumeCount.Scope.Vocabulary;
using VolumeCount.Tests.Emulation;

namespace VolumeCount.Tests.Unit.Contract;

public sealed class PluginScanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("a")]
    [InlineData("volume-count")]
    [InlineData("P-L-U-G-I-N")]
    [InlineData("2fast")]
    public void Id_OfLettersAndDigitsInGroups_IsAPluginId(string id) => Assert.True(PluginIds.IsValid(id));

    [Theory]
    [InlineData("")]
    [InlineData("volume_count")]
    [InlineData("test~plugin")]
    [InlineData("-test")]
    [InlineData("test-")]
    [InlineData("a--b")]
    [InlineData("a.b")]
    [InlineData("a b")]
    [InlineData("té")]
    [InlineData("a\n")]
    public void Id_OfAnythingElse_IsNone(string id) => Assert.False(PluginIds.IsValid(id));

    [Fact]
    public void Scan_OfAFolder_FindsTheSocketsInItAndBelow()
    {
        Directory.CreateDirectory(_folder.Combine("deep/er"));
        Listen("z.sock");
        Listen("plain");
        Listen("deep/er/a.sock");
        File.WriteAllText(_folder.Combine("notes.txt"), "not a socket");

        var scan = PluginScan.Of(_folder.Path);

        Assert.Equal([_folder.Combine("deep/er/a.sock"), _folder.Combine("plain"), _folder.Combine("z.sock")], scan.Sockets);
        Assert.Empty(scan.Warnings);
    }

    [Theory]
    [InlineData("two.dots.sock", "two.dots")]
    [InlineData("volume_count.sock", "volume_count")]
    [InlineData(".vc-1.tmp", ".vc-1")]
    [InlineData(".hidden", "")]
    public void Scan_WithASocketOfAnotherName_WarnsAndLeavesItOut(string name, string id)
    {
        Listen(name);

        var scan = PluginScan.Of(_folder.Path);

        Assert.Empty(scan.Sockets);
        Assert.Equal(
            $"plugins: error loading plugin {_folder.Combine(name)}: invalid plugin id \"{id}\"",
            Assert.Single(scan.Warnings));
    }

    [Fact]
    public void Scan_WithLinks_FollowsThem()
    {
        using var elsewhere = new TemporaryFolder();
        Listen("real.sock");
        File.CreateSymbolicLink(_folder.Combine("linked.sock"), _folder.Combine("real.sock"));
        Listen(elsewhere.Combine("far.sock"));
        Directory.CreateSymbolicLink(_folder.Combine("folder"), elsewhere.Path);

        var scan = PluginScan.Of(_folder.Path);

        Assert.Equal(
            [_folder.Combine("folder/far.sock"), _folder.Combine("linked.sock"), _folder.Combine("real.sock")],
            scan.Sockets);
    }

    [Fact]
    public void Scan_WithABrokenLink_WarnsAndGoesOn()
    {
        Listen("z.sock");
        File.CreateSymbolicLink(_folder.Combine("broken"), "nothing");

        var scan = PluginScan.Of(_folder.Path);

        Assert.Equal([_folder.Combine("z.sock")], scan.Sockets);
        Assert.Equal([$"plugins: error loading path {_folder.Combine("broken")}: no such file or directory"], scan.Warnings);
    }

    [Fact]
    public void Scan_WithALinkThatLeadsInACircle_ComesToAnEnd()
    {
        Listen("z.sock");
        Directory.CreateSymbolicLink(_folder.Combine("circle"), _folder.Path);

        var scan = PluginScan.Of(_folder.Path);

        Assert.Contains(_folder.Combine("circle/z.sock"), scan.Sockets);
        Assert.NotEmpty(scan.Warnings);
    }

    [Fact]
    public void Scan_WithoutTheFolder_Warns()
    {
        var scan = PluginScan.Of(_folder.Combine("nothing"));

        Assert.Empty(scan.Sockets);
        Assert.Equal(["plugins: problem loading: no such file or directory"], scan.Warnings);
    }

    public void Dispose() => _folder.Dispose();

    private void Listen(string name)
    {
        // .NET deletes the name that a socket was bound to when it closes it, so it is bound to another and renamed.
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var path = _folder.Combine(name);
        socket.Bind(new UnixDomainSocketEndPoint(path + "x"));
        File.Move(path + "x", path);
    }
}
