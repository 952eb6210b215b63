using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Image;

/// <summary>What is in an image: its files, and how it is configured.</summary>
internal sealed record ImageContents(IReadOnlyList<ImageFile> Files, JsonNode Configuration)
{
    public static async Task<ImageContents> ReadAsync(string image)
    {
        using var folder = new TemporaryFolder();
        await DockerCli.RunAsync("image", "save", "--output", folder.Combine("image.tar"), image);
        await TarFile.ExtractToDirectoryAsync(
            folder.Combine("image.tar"), folder.Path, overwriteFiles: true, TestContext.Current.CancellationToken);

        var manifest = JsonNode.Parse(await ReadTextAsync(folder.Combine("manifest.json")))![0]!;
        var config = JsonNode.Parse(await ReadTextAsync(folder.Combine(manifest["Config"]!.GetValue<string>())))!["config"]!;
        // Docker's older builder keeps the id of its last step there.
        config.AsObject().Remove("Image");
        var files = new List<ImageFile>();
        foreach (var layer in manifest["Layers"]!.AsArray())
            files.AddRange(await ReadLayerAsync(folder.Combine(layer!.GetValue<string>())));
        return new ImageContents(files, config);
    }

    private static Task<string> ReadTextAsync(string path) =>
        File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

    private static async Task<List<ImageFile>> ReadLayerAsync(string path)
    {
        // One engine saves layers as they are, another one compressed.
        await using var file = File.OpenRead(path);
        var isCompressed = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        await using Stream layer = isCompressed ? new GZipStream(file, CompressionMode.Decompress) : file;
        await using var tar = new TarReader(layer);
        var files = new List<ImageFile>();
        while (await tar.GetNextEntryAsync(cancellationToken: TestContext.Current.CancellationToken) is { } entry)
        {
            var digest = entry.DataStream is { } data
                ? Convert.ToHexStringLower(await SHA256.HashDataAsync(data, TestContext.Current.CancellationToken))
                : "";
            files.Add(new ImageFile(entry.Name, entry.EntryType, entry.Mode, entry.Uid, entry.Gid, entry.Length, digest));
        }

        return files;
    }
}
