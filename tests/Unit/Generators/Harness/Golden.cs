using VolumeCount.Generators.Emission;

namespace VolumeCount.Tests.Unit.Generators.Harness;

/// <summary>
/// Compares what is generated with the files in <c>Golden</c>. With the environment variable <c>UPDATE_GOLDEN=1</c>, a test
/// whose file differs rewrites it, and fails so that nobody takes the new text for granted.
/// </summary>
internal static class Golden
{
    private const string Folder = "tests/Unit/Generators/Golden";

    /// <summary>Fails unless <paramref name="actual"/> is what the file <c>NAME.g.cs.txt</c> holds.</summary>
    public static void AssertMatches(string name, string actual)
    {
        // The version would change each file with each release.
        var text = actual.Replace($"\"{ReportEmitter.ToolVersion}\"", "\"VERSION\"", StringComparison.Ordinal);
        var file = name + ".g.cs.txt";
        var expected = Read(file);

        if (text != expected && Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Folder, file), text);
            Assert.Fail($"{file} was rewritten. Read the difference, build again, and run without UPDATE_GOLDEN.");
        }

        Assert.Equal(expected, text);
    }

    private static string? Read(string file)
    {
        using var stream = typeof(Golden).Assembly.GetManifestResourceStream(file);
        if (stream is null)
            return null;

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
