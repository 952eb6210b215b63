using Microsoft.Extensions.DependencyInjection;
using VolumeCount.Scope.Controls;

namespace VolumeCount.Tests.Unit.Controls;

public sealed class ControlRouterTests
{
    private static readonly ControlRequest Request = new("alpha;<host>", "reboot", "app", []);

    [Fact]
    public async Task Request_ForAControl_GoesToItsHandlerAlone()
    {
        var handled = new List<string>();
        var router = new ControlRouter(Handler("reboot", handled), Handler("suspend", handled));

        await router.HandleAsync(Request, NoServices, TestContext.Current.CancellationToken);

        Assert.Equal(["reboot by alpha;<host>"], handled);
    }

    [Theory]
    [InlineData("REBOOT")]
    [InlineData("")]
    [InlineData("a\"b")]
    public async Task Request_ForAnUnknownControl_IsAnsweredWithAnError(string control)
    {
        var router = new ControlRouter(Handler("reboot", []));

        var response = await router.HandleAsync(
            Request with { Control = control }, NoServices, TestContext.Current.CancellationToken);

        Assert.Equal($"this plugin has no control '{control}'", Answers.Error(response));
    }

    [Fact]
    public async Task Handler_GetsTheServicesAndTheCancellationOfTheRequest()
    {
        using var cancellation = new CancellationTokenSource();
        using var services = new ServiceCollection().AddSingleton("a service").BuildServiceProvider();
        var router = new ControlRouter(KeyValuePair.Create<string, ControlHandler>("reboot", (_, services, token) =>
            new(ControlResponse.Error($"{ControlRouter.Service<string>(services)} {token == cancellation.Token}"))));

        var response = await router.HandleAsync(Request, services, cancellation.Token);

        Assert.Equal("a service True", Answers.Error(response));
    }

    [Fact]
    public void Service_ThatTheHostLacks_IsNamedInTheError()
    {
        var error = Assert.Throws<InvalidOperationException>(static () => ControlRouter.Service<TimeProvider>(NoServices));

        Assert.Contains(nameof(TimeProvider), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Controls_AreTheIdsOfTheHandlers()
    {
        var router = new ControlRouter(Handler("reboot", []), Handler("suspend", []));

        Assert.Equal(["reboot", "suspend"], router.Controls.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OptionalService_ThatTheHostLacks_IsNull()
    {
        using var services = new ServiceCollection().AddSingleton("a service").BuildServiceProvider();

        Assert.Equal("a service", ControlRouter.OptionalService<string>(services));
        Assert.Null(ControlRouter.OptionalService<TimeProvider>(services));
    }

    private static ServiceProvider NoServices { get; } = new ServiceCollection().BuildServiceProvider();

    private static KeyValuePair<string, ControlHandler> Handler(string control, List<string> handled) =>
        KeyValuePair.Create<string, ControlHandler>(control, (request, _, _) =>
        {
            handled.Add($"{control} by {request.NodeId}");
            return new(ControlResponse.Empty);
        });
}
