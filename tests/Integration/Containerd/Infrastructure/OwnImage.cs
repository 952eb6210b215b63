using System.Formats.Tar;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Containerd.Infrastructure;

/// <summary>The image of every container and sandbox: what the tests' image has in it, with a command.</summary>
internal static class OwnImage
{
    /// <summary>The image's name.</summary>
    public const string Name = "docker.io/volume-count/test:1.0";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Writes the image as an archive in the format of <c>docker save</c>.</summary>
    public static async Task WriteAsync(Engine engine, string path)
    {
        var layer = $"{path}.layer";
        await DockerCli.RunAsync("export", "--output", layer, await engine.CreateAsync());
        await using (var archive = new TarWriter(File.Create(path)))
        {
            await using var content = File.OpenRead(layer);
            var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, Cancellation));
            var architecture = RuntimeInformation.OSArchitecture is Architecture.Arm64 ? "arm64" : "amd64";
            await WriteTextAsync(archive, "config.json", $$"""
                {
                  "architecture": "{{architecture}}",
                  "os": "linux",
                  "config": { "Cmd": ["/bin/sleep", "86400"], "Env": ["PATH=/bin:/usr/bin:/sbin:/usr/sbin"] },
                  "rootfs": { "type": "layers", "diff_ids": ["sha256:{{digest}}"] }
                }
                """);
            await WriteTextAsync(archive, "manifest.json", $$"""
                [{ "Config": "config.json", "RepoTags": ["{{Name}}"], "Layers": ["layer.tar"] }]
                """);
            await archive.WriteEntryAsync(layer, "layer.tar", Cancellation);
        }

        File.Delete(layer);
    }

    private static async Task WriteTextAsync(TarWriter archive, string name, string text)
    {
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await archive.WriteEntryAsync(
            new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content }, Cancellation);
    }
}
