using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>The published image of Scope: on the machine, or pulled once a run.</summary>
internal static class ScopeImage
{
    public const string Name = "weaveworks/scope:1.13.2";

    private static readonly TimeSpan PullDeadline = TimeSpan.FromSeconds(50);

    private static readonly Lazy<Task<bool>> Available = new(FindAsync);

    /// <summary>Skips the running test where the image cannot be had.</summary>
    public static async Task RequireAsync()
    {
        if (!await Available.Value)
            Requirement.Skip($"needs the image {Name} (docker pull {Name})");
    }

    private static async Task<bool> FindAsync() =>
        await SucceedsAsync("docker", "image", "inspect", Name)
        || await SucceedsAsync("timeout", $"{PullDeadline.TotalSeconds}", "docker", "pull", "--quiet", Name);

    private static async Task<bool> SucceedsAsync(string file, params string[] arguments) =>
        (await Command.RunAsync(file, arguments)).ExitCode == 0;
}
