using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.SocketLife;

/// <summary>
/// Where the socket cannot be, the plugin says so in one line, with the path and the remedy, and touches nothing.
/// </summary>
public sealed class StartFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Start_WhereAFileIs_IsRefused()
    {
        var path = _folder.Combine("volume-count.sock");
        await File.WriteAllTextAsync(path, "precious", TestContext.Current.CancellationToken);

        await AssertIsRefusedAsync(
            _folder.Path, $"volume-count: {path}: exists and is not a socket. Nothing was deleted. Move it away");

        Assert.Equal("precious", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Start_WhereAFolderIs_IsRefused()
    {
        var path = _folder.Combine("volume-count.sock");
        Directory.CreateDirectory(path);

        await AssertIsRefusedAsync(_folder.Path, $"volume-count: {path}: is a folder. Nothing was deleted. Move it away");

        Assert.True(Directory.Exists(path));
    }

    [Fact]
    public async Task Start_WithAPathThatIsTooLong_IsRefusedBeforeAnythingIsCreated()
    {
        var plugins = _folder.Combine(new string('x', 100));

        await AssertIsRefusedAsync(
            plugins, $"volume-count: {plugins}/volume-count.sock: the path has ",
            "at most 107. Choose a shorter folder with --plugins-dir");

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Start_BelowAFile_IsRefused()
    {
        await File.WriteAllTextAsync(_folder.Combine("file"), "precious", TestContext.Current.CancellationToken);
        var plugins = _folder.Combine("file/plugins");

        await AssertIsRefusedAsync(
            plugins, $"volume-count: {plugins}/volume-count.sock: cannot be created: ",
            "choose another folder with --plugins-dir");

        Assert.Equal(
            "precious", await File.ReadAllTextAsync(_folder.Combine("file"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/below")]
    public async Task Start_InAFolderThatCannotBeWritten_IsRefused(string below)
    {
        var readable =
            UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute |
            UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(_folder.Path, readable);
        var plugins = _folder.Path + below;

        var result = await RunWithoutPrivilegeAsync("serve", "--plugins-dir", plugins);

        AssertIsRefused(
            result,
            $"volume-count: {plugins}/volume-count.sock: no permission to create it. "
            + $"Run as a user who may write to {plugins}",
            "choose another folder with --plugins-dir");
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    public void Dispose()
    {
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _folder.Dispose();
    }

    private static async Task AssertIsRefusedAsync(string pluginsDirectory, params string[] parts) =>
        AssertIsRefused(await PluginProcess.RunAsync("serve", "--plugins-dir", pluginsDirectory), parts);

    private static void AssertIsRefused(CommandResult result, params string[] parts)
    {
        Assert.Equal(2, result.ExitCode);
        var line = Assert.Single(result.ErrorLines);
        Assert.StartsWith(parts[0], line, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, line, StringComparison.Ordinal));
        Assert.Empty(result.Output);
    }

    /// <summary>
    /// Runs the plugin as a user to whom file modes apply: root becomes the user <c>nobody</c>, with a copy that this user
    /// may read.
    /// </summary>
    private static async Task<CommandResult> RunWithoutPrivilegeAsync(params string[] arguments)
    {
        if (!Environment.IsPrivilegedProcess)
            return await PluginProcess.RunAsync(arguments);

        using var program = await ProgramCopy.CreateAsync();
        var start = program.Start(arguments);
        return await Command.RunAsync(start.FileName, start.ArgumentList, start.Environment.AsReadOnly());
    }
}
