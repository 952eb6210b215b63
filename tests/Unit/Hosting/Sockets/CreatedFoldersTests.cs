using VolumeCount.Scope.Hosting.Sockets;

namespace VolumeCount.Tests.Unit.Hosting.Sockets;

public sealed class CreatedFoldersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CreatedFolders _created = new();

    [Fact]
    public void Undo_AfterCreate_RemovesWhatWasCreatedAndNothingElse()
    {
        Directory.CreateDirectory(_folder.Combine("there"));
        _created.Create(_folder.Combine("there/a/b"));
        Assert.True(Directory.Exists(_folder.Combine("there/a/b")));

        _created.Undo();

        Assert.Equal(
            [_folder.Combine("there")], Directory.GetFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Undo_WhenCreateFailedHalfway_RemovesTheFirstHalf()
    {
        var tooLong = new string('x', 300);
        Assert.ThrowsAny<IOException>(() => _created.Create(_folder.Combine($"a/{tooLong}/b")));
        Assert.True(Directory.Exists(_folder.Combine("a")));

        _created.Undo();

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Undo_WhenSomebodyUsesTheFolder_LeavesIt()
    {
        _created.Create(_folder.Combine("a/b"));
        File.WriteAllText(_folder.Combine("a/b/theirs"), "");

        _created.Undo();

        Assert.True(File.Exists(_folder.Combine("a/b/theirs")));
    }

    public void Dispose() => _folder.Dispose();
}
