using System.ComponentModel;
using System.Diagnostics;
using VolumeCount.Scope.Hosting.Sockets;

namespace VolumeCount.Tests.Unit.Hosting.Sockets;

public sealed class FolderLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void TryTake_WhileAnotherHoldsIt_GivesUpAfterTheTimeout()
    {
        using var held = FolderLock.TryTake(_folder.Path, TimeSpan.Zero);
        Assert.NotNull(held);
        var start = Stopwatch.GetTimestamp();

        Assert.Null(FolderLock.TryTake(_folder.Path, TimeSpan.FromMilliseconds(50)));

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task TryTake_WhenTheOtherLetsGoInTime_Succeeds()
    {
        var held = FolderLock.TryTake(_folder.Path, TimeSpan.Zero);
        var taking = Task.Run(() => FolderLock.TryTake(_folder.Path, TimeSpan.FromSeconds(20)), TestContext.Current.CancellationToken);
        await Wait.UntilAsync(() => OpenDescriptors() == 2, "the other waits for the lock", TestContext.Current.CancellationToken);

        held!.Dispose();

        using var taken = await taking;
        Assert.NotNull(taken);
    }

    [Fact]
    public void TryTake_WhenItGivesUpOrFails_LeavesTheFolderClosed()
    {
        using var held = FolderLock.TryTake(_folder.Path, TimeSpan.Zero);

        Assert.Null(FolderLock.TryTake(_folder.Path, TimeSpan.Zero));

        Assert.Equal(1, OpenDescriptors());
    }

    [Fact]
    public void TryTake_LeavesNoFile()
    {
        using (FolderLock.TryTake(_folder.Path, TimeSpan.Zero))
            Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void TryTake_OfAFolderThatIsNotThere_SaysSo()
    {
        var failure = Assert.Throws<Win32Exception>(() => FolderLock.TryTake(_folder.Combine("missing"), TimeSpan.Zero));

        Assert.Equal("No such file or directory", failure.Message);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>How often this process has the folder open.</summary>
    private int OpenDescriptors() =>
        Directory.EnumerateFiles("/proc/self/fd").Concat(Directory.EnumerateDirectories("/proc/self/fd")).Distinct()
            .Count(descriptor => new FileInfo(descriptor).LinkTarget == _folder.Path);
}
