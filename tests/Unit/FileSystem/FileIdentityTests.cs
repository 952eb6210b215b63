using System.ComponentModel;
using VolumeCount.Scope.FileSystem;

namespace VolumeCount.Tests.Unit.FileSystem;

public sealed class FileIdentityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Of_AFileThatWasRenamed_IsTheSame()
    {
        File.WriteAllText(_folder.Combine("a"), "");
        var before = FileIdentity.Of(_folder.Combine("a"));

        File.Move(_folder.Combine("a"), _folder.Combine("b"));

        Assert.NotNull(before);
        Assert.Equal(before, FileIdentity.Of(_folder.Combine("b")));
    }

    [Fact]
    public void Of_TwoFiles_Differs()
    {
        File.WriteAllText(_folder.Combine("a"), "");
        File.WriteAllText(_folder.Combine("b"), "");

        Assert.NotEqual(FileIdentity.Of(_folder.Combine("a")), FileIdentity.Of(_folder.Combine("b")));
    }

    [Fact]
    public void Of_AFolder_IsAFolder() => Assert.Equal(FileKind.Folder, FileIdentity.Of(_folder.Path)?.Kind);

    [Fact]
    public void Of_FilesOnDifferentDevices_DiffersInTheDevice() =>
        Assert.NotEqual(FileIdentity.Of("/proc/self")?.Device, FileIdentity.Of(_folder.Path)?.Device);

    [Fact]
    public void Of_ALink_IsNotThatOfItsTarget()
    {
        File.CreateSymbolicLink(_folder.Combine("link"), _folder.Path);

        Assert.NotEqual(FileIdentity.Of(_folder.Path), FileIdentity.Of(_folder.Combine("link")));
    }

    [Fact]
    public void Of_NothingThere_IsNull() => Assert.Null(FileIdentity.Of(_folder.Combine("missing")));

    [Fact]
    public void Of_APathBelowAFile_Fails()
    {
        File.WriteAllText(_folder.Combine("file"), "");

        var failure = Assert.Throws<Win32Exception>(() => FileIdentity.Of(_folder.Combine("file/below")));

        Assert.Equal("Not a directory", failure.Message);
    }

    public void Dispose() => _folder.Dispose();
}
