namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>A copy of what the image and the packages are built from, without what was built of it here.</summary>
internal static class SourceCopy
{
    /// <summary>An origin that is not that of this repository.</summary>
    public const string Origin = "https://git.example.org/a/fork.git";

    private const string Sources = "eng src templates LICENSE Dockerfile .dockerignore .gitignore Directory.* global.json";

    private const string Commit =
        "git init --quiet && git remote add origin \"$1\" && git add --all && "
        + "git -c user.name=Fork -c user.email=fork@example.org -c commit.gpgsign=false commit --quiet --message Fork";

    /// <summary>Makes a copy in a folder.</summary>
    public static Task MakeAsync(string folder) => Command.OutputAsync(
        "bash", "-c", $"cd '{Repository.Root}' && tar --exclude=bin --exclude=obj -c {Sources} | tar -C '{folder}' -x");

    /// <summary>
    /// Makes a copy in a folder, and commits it to a repository of its own, whose address and commit no other has.
    /// </summary>
    public static async Task CommitAsync(string folder)
    {
        await MakeAsync(folder);
        await Command.OutputAsync("env", "--chdir", folder, "bash", "-c", Commit, "bash", Origin);
    }

    /// <summary>Clones a committed copy, with the same origin.</summary>
    public static async Task CloneAsync(string folder, string clone)
    {
        await Command.OutputAsync("git", "clone", "--quiet", folder, clone);
        await Command.OutputAsync("git", "-C", clone, "remote", "set-url", "origin", Origin);
    }
}
