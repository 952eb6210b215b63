using System.Text.RegularExpressions;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Deployment;

/// <summary>The command of the documentation that runs the image.</summary>
[Trait(TestForm.Name, TestForm.Image)]
public sealed partial class DockerRunTests(Engine engine)
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/deployment.md")]
    public async Task Command_OfTheDocumentation_RunsThePlugin(string page)
    {
        var image = PluginImage.Require();
        await using var folder = await ScopeFolder.CreateAsync();
        var marks = Engine.Marks();
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, page), TestContext.Current.CancellationToken);
        var command = folder.Substitute(DockerRun().Match(text).Value)
            .Replace("--name volume-count ", $"{string.Join(' ', marks)} ", StringComparison.Ordinal);

        await Command.OutputAsync("bash", "-c", Image().Replace(command, image));
        try
        {
            await folder.IsReportedAsync(await engine.CreateAsync("--volume", "/a", "--volume", "/b"), 2);
            await DockerCli.RunAsync("exec", marks[1], "/volume-count", "healthcheck");
        }
        finally
        {
            await DockerCli.RunAsync("rm", "--force", marks[1]);
        }
    }

    /// <summary>The command, up to the line that is not continued.</summary>
    [GeneratedRegex(@"^docker run --detach --name volume-count (.*\\\n)+.*$", RegexOptions.Multiline)]
    private static partial Regex DockerRun();

    [GeneratedRegex(@"volume-count:[\d.]+$")]
    private static partial Regex Image();
}
