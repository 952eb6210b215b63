using Bogus;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>Tests of what a person sees who opens Scope's page in a browser.</summary>
public abstract class BrowserTests(RealScopeFixture scopes, Engine engine) : ScopeTests(scopes)
{
    private ScopePage? _page;

    /// <summary>The name of the container.</summary>
    private protected string Name { get; } = $"shop-{new Faker().Random.AlphaNumeric(6)}";

    /// <summary>The container's full id. It has three mounts, one of them of the volume <see cref="Volume"/>.</summary>
    private protected string Id { get; private set; } = "";

    /// <summary>The name of a volume of the container.</summary>
    private protected string Volume => $"{Name}-orders";

    /// <summary>The name of a container that mounts <see cref="Volume"/> as well.</summary>
    private protected string Other { get; } = $"backup-{new Faker().Random.AlphaNumeric(6)}";

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_page is not null)
            await _page.DisposeAsync();
        await base.DisposeAsync();
    }

    private protected override async Task<IScope> StartScopeAsync(ScopeFixture scopes)
    {
        await ScopeImage.RequireAsync();
        await Browser.RequireAsync();

        // Before Scope, which would else show the process that starts the container's, and go on showing it.
        await engine.CreateVolumeAsync(Volume);
        Id = await RunAsync(
            Name, "--volume", $"{Volume}:/var/lib/orders", "--volume", "/var/log/shop", "--mount",
            "type=tmpfs,destination=/cache");
        await RunAsync(Other, "--volume", $"{Volume}:/orders:ro");
        return await base.StartScopeAsync(scopes);
    }

    /// <summary>Starts a container with a name.</summary>
    /// <returns>Its full id.</returns>
    private protected async Task<string> RunAsync(string name, params string[] options)
    {
        var id = await engine.RunAsync(options);
        await DockerCli.RunAsync("rename", id, name);
        return id;
    }

    /// <summary>Opens Scope's page.</summary>
    private protected async Task<ScopePage> OpenPageAsync() => _page = await ScopePage.OpenAsync((RealScope)Scope);

    /// <summary>Opens Scope's page, and the container's panel from the table view.</summary>
    private protected async Task<ScopePage> OpenPanelAsync()
    {
        var page = await OpenPageAsync();
        await page.ShowViewAsync("Table");
        await page.OpenPanelAsync(Name);
        return page;
    }
}
