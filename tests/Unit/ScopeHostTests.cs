using System.Diagnostics;
using VolumeCount.Scope;

namespace VolumeCount.Tests.Unit;

public sealed class ScopeHostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Name_OfAHostWithADomain_IsWhole()
    {
        var file = _folder.Combine("hostname");
        File.WriteAllText(file, "alpha.example.org\n");

        Assert.Equal("alpha.example.org", ScopeHost.Read(null, file));
        Assert.Equal("alpha.example.org", ScopeHost.Read("", file));
    }

    [Fact]
    public void Name_WithTheVariable_IsThat() =>
        Assert.Equal("beta.example.org", ScopeHost.Read("beta.example.org", "/nothing"));

    [Fact]
    public async Task Name_OfThisHost_IsWhatTheSystemSays()
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable(ScopeHost.Variable) is { Length: > 0 },
            $"{ScopeHost.Variable} gives this host another name");
        using var uname = Process.Start(new ProcessStartInfo("uname", "-n") { RedirectStandardOutput = true })!;
        var expected = await uname.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected.Trim(), ScopeHost.Name);
    }

    public void Dispose() => _folder.Dispose();
}
