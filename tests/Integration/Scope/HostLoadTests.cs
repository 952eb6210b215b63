using System.Diagnostics;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>The buttons of the sample plugin, pressed through Scope.</summary>
public abstract class HostLoadTests(ScopeFixture scopes) : ScopeTests(scopes)
{
    private const string PluginId = "host-load";

    private static readonly string ShowMemory = $"{PluginId}~can_show_memory";
    private static readonly string ShowCpu = $"{PluginId}~can_show_cpu";

    private string _host = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await EventuallyAsync(
            async () =>
            {
                try
                {
                    return await Scope.HostAsync();
                }
                catch (ScopeViewException)
                {
                    return "";
                }
            },
            host => host.Length > 0,
            "Scope knows its host");
    }

    [Fact]
    public async Task Button_WhenPressed_SwitchesTheViewAndBack()
    {
        using var plugin = Start();
        try
        {
            await WarmUpAsync();
            var showMemory = await ButtonAsync(ShowMemory);
            Assert.Null(await Scope.PressAsync(showMemory));
            // Only the handler can have changed which of the buttons there is.
            var showCpu = await ButtonAsync(ShowCpu);

            // The page may still show the button for a moment, and a person may press it again.
            Assert.Equal("this view is shown already", await Scope.PressAsync(showMemory));
            await PluginIsOkAsync(PluginId);

            Assert.Null(await Scope.PressAsync(showCpu));
            await ButtonAsync(ShowMemory);
        }
        finally
        {
            plugin.Kill();
            await plugin.WaitForExitAsync(CancellationToken.None);
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, PluginId), ["serve", "--plugins-dir", PluginsDirectory]);
        // Scope may run in a container, with a name of its own.
        start.Environment["SCOPE_HOSTNAME"] = _host.Split(';')[0];
        return Process.Start(start)!;
    }

    /// <summary>Lets the plugin compile what answers a press: Scope waits only 500 ms for it.</summary>
    private async Task WarmUpAsync()
    {
        var socket = Path.Combine(PluginsDirectory, $"{PluginId}.sock");
        await Wait.UntilAsync(() => File.Exists(socket), () => "the plugin listens", TestContext.Current.CancellationToken);
        foreach (var control in new[] { "can_show_memory", "can_show_cpu" })
        {
            var body = $$"""{"NodeID":"elsewhere;<host>","Control":"{{control}}"}""";
            using var client = new PluginClient(socket);
            await client.SendAsync(
                $"POST /control?api_version=1 HTTP/1.1\r\nHost: plugin\r\nContent-Type: application/json\r\n" +
                $"Content-Length: {body.Length}\r\n\r\n{body}");
            Assert.NotNull((await client.ReceiveAsync()).Json["error"]);
        }
    }

    private async Task<PanelButton> ButtonAsync(string id)
    {
        var buttons = await EventuallyAsync(
            Scope.HostButtonsAsync, buttons => buttons.Any(button => button.Id == id), $"the host has the button {id}");
        return buttons.Single(button => button.Id == id);
    }

    public sealed class OnContractScope(ContractScopeFixture scopes)
        : HostLoadTests(scopes), IClassFixture<ContractScopeFixture>;

    public sealed class OnRealScope(RealScopeFixture scopes)
        : HostLoadTests(scopes), IClassFixture<RealScopeFixture>;
}
