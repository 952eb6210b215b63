using System.Text.Json.Nodes;
using VolumeCount.Scope.Hosting;
using VolumeCount.Scope.Hosting.Commands;

namespace VolumeCount.Tests.Unit.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private readonly RecordedScreen _screen = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wide_PrintsALineForEachMount()
    {
        await using var docker = await ScriptedEngine.StartWithContainersAsync(
            """
            [{"Id":"0123456789abcdef","Names":["/web"],"State":"running","Mounts":[
            {"Type":"volume","Name":"data","Destination":"/data","Driver":"local","RW":true},{"Type":"tmpfs","Destination":"/tmp","RW":true}]}]
            """);

        var result = await InProcess.RunAsync("report", "--wide", "--docker-host", docker.Uri.ToString());

        Assert.Equal(
            """
            NAME   CONTAINER ID   STATE     VOLUMES   SHARES VOLUMES WITH   DESTINATION   MOUNT
            web    0123456789ab   running   2                               /data         data (volume)
            web    0123456789ab   running   2                               /tmp          tmpfs

            """,
            result.Output);
    }

    [Fact]
    public async Task Watch_ElsewhereThanOnATerminal_AppendsTheTableAfterAChangeAndEndsWithTheEngine()
    {
        await using var docker = await ScriptedEngine.StartWithContainersAsync("[]");
        docker.Create(id: "aaaa");
        var running = InProcess.RunAsync(_screen, "report", "--watch", "--docker-host", docker.Uri.ToString());
        await ShowsAsync("aaaa");

        docker.Tell("exec_create: true", "aaaa");
        docker.Create(id: "bbbb");
        await ShowsAsync("bbbb");
        await docker.StopAsync();
        var result = await running.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken);

        Assert.Equal(ExitCode.Failure, result.ExitCode);
        Assert.StartsWith("volume-count: Docker is not available at ", result.Error, StringComparison.Ordinal);
        Assert.Equal(
            """
            NAME   CONTAINER ID   STATE     VOLUMES   SHARES VOLUMES WITH
            aaaa   aaaa           created   0
            NAME   CONTAINER ID   STATE     VOLUMES   SHARES VOLUMES WITH
            aaaa   aaaa           created   0
            bbbb   bbbb           created   0

            """,
            result.Output);
    }

    [Fact]
    public async Task Watch_OnATerminal_PrintsInPlace()
    {
        await using var docker = await ScriptedEngine.StartWithContainersAsync("[]");
        using var terminal = new OutputWriter(_screen, isTerminal: true);
        var running = InProcess.RunAsync(terminal, "report", "--watch", "--docker-host", docker.Uri.ToString());
        await ShowsAsync("NAME");

        docker.Create(id: "bbbb");
        await ShowsAsync("bbbb");
        await docker.StopAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken);

        Assert.Equal(
            "\e[H\e[2JNAME   CONTAINER ID   STATE   VOLUMES   SHARES VOLUMES WITH\e[K\n\e[J" +
            "\e[HNAME   CONTAINER ID   STATE     VOLUMES   SHARES VOLUMES WITH\e[K\nbbbb   bbbb           created   "
                + "0\e[K\n\e[J",
            _screen.ToString());
    }

    [Fact]
    public async Task Watch_OfAnEngineThatRefusesItsEvents_PrintsNewContainers()
    {
        await using var docker = await ScriptedEngine.StartWithContainersAsync("[]");
        docker.EventsFault = ScriptedEngine.Answer("{}", 500);
        var running = InProcess.RunAsync(_screen, "report", "--watch", "--docker-host", docker.Uri.ToString());
        await ShowsAsync("NAME");

        docker.Create(id: "bbbb", silently: true);
        await ShowsAsync("bbbb");
        await docker.StopAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Json_IsIndentedOnATerminalAlone(bool isTerminal)
    {
        await using var docker = await ScriptedEngine.StartWithContainersAsync("[]");
        docker.Create(mounts: 1);
        using var output = new OutputWriter(_screen, isTerminal);

        await InProcess.RunAsync(output, "report", "--format", "json", "--docker-host", docker.Uri.ToString());

        var text = _screen.ToString();
        Assert.Contains(";<container>\"", text, StringComparison.Ordinal);
        Assert.Equal(isTerminal, text.Contains("\n  \"Container\": {\n", StringComparison.Ordinal));
        Assert.Equal("volume-count", JsonNode.Parse(text)!["Plugins"]![0]!["id"]!.GetValue<string>());
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    public void Dispose() => _screen.Dispose();

    private Task ShowsAsync(string text) => Wait.UntilAsync(
        () => _screen.ToString().Contains(text, StringComparison.Ordinal), $"the screen shows {text}", CancellationToken);
}
