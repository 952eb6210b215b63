using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Image;

/// <summary>A copy of what the image is built from, without what was built of it here.</summary>
internal static class SourceCopy
{
    private const string Sources = "eng src Dockerfile .dockerignore Directory.* global.json";

    public static Task MakeAsync(string folder) => Command.OutputAsync(
        "bash", "-c", $"cd '{Repository.Root}' && tar --exclude=bin --exclude=obj -c {Sources} | tar -C '{folder}' -x");
}
