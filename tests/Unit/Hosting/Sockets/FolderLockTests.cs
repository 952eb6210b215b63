using System.ComponentModel;
using System.Diagnostics;
using VolumeCount.Scope.Hosting.Sockets;

namespace VolumeCount.Tests.Unit.Hosting.Sockets;

public sealed class FolderLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task TryTake_WhileAnotherHoldsIt_GivesUpAfterTheTimeout()
    {
        using var held = await FolderLock.TryTakeAsync(_folder.Path, TimeSpan.Zero, TimeProvider.System);
        Assert.NotNull(held);
        var start = Stopwatch.GetTimestamp();

        Assert.Null(await FolderLock.TryTakeAsync(_folder.Path, TimeSpan.FromMilliseconds(50), TimeProvider.System));

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task TryTake_WhenTheOtherLetsGoInTime_Succeeds()
    {
        var held = await FolderLock.TryTakeAsync(_folder.Path, TimeSpan.Zero, TimeProvider.System);
        var taking = FolderLock.TryTakeAsync(_folder.Path, TimeSpan.FromSeconds(20), TimeProvider.System).AsTask();
        await Wait.UntilAsync(
            () => OpenDescriptors() == 2, "the other waits for the lock", TestContext.Current.CancellationToken);

        held!.Dispose();

        using var taken = await taking;
        Assert.NotNull(taken);
    }

    [Fact]
    public async Task TryTake_WhenItGivesUpOrFails_LeavesTheFolderClosed()
    {
        using var held = await FolderLock.TryTakeAsync(_folder.Path, TimeSpan.Zero, TimeProvider.System);

        Assert.Null(await FolderLock.TryTakeAsync(_folder.Path, TimeSpan.Zero, TimeProvider.System));

        Assert.Equal(1, OpenDescriptors());
    }

    [Fact]
    public async Task TryTake_LeavesNoFile()
    {
        using (await FolderLock.TryTakeAsync(_folder.Path, TimeSpan.Zero, TimeProvider.System))
            Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task TryTake_OfAFolderThatIsNotThere_SaysSo()
    {
        var failure = await Assert.ThrowsAsync<Win32Exception>(
            () => FolderLock.TryTakeAsync(_folder.Combine("missing"), TimeSpan.Zero, TimeProvider.System).AsTask());

        Assert.Equal("No such file or directory", failure.Message);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>How often this process has the folder open.</summary>
    private int OpenDescriptors() =>
        Directory.EnumerateFiles("/proc/self/fd").Concat(Directory.EnumerateDirectories("/proc/self/fd")).Distinct()
            .Count(descriptor => new FileInfo(descriptor).LinkTarget == _folder.Path);
}
