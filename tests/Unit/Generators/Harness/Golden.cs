extern alias Generators;

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Generators::VolumeCount.Generators.Plugin;

namespace VolumeCount.Tests.Unit.Generators.Harness;

/// <summary>
/// Compares what is generated with the files in <c>Golden</c>, and what that writes. With the environment variable
/// <c>UPDATE_GOLDEN=1</c>, a test whose file differs rewrites it, and fails so that the new text is reviewed.
/// </summary>
internal static class Golden
{
    private const string Folder = "tests/Unit/Generators/Golden";

    private static readonly JsonWriterOptions Indented =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Fails unless <paramref name="actual"/> is what the file <c>NAME.g.cs.txt</c> holds.</summary>
    public static void AssertMatches(string name, string actual)
    {
        // The version would change each file with each release.
        AssertIsFile(
            name + ".g.cs.txt",
            actual.Replace($"\"{ReportEmitter.ToolVersion}\"", "\"VERSION\"", StringComparison.Ordinal));
    }

    /// <summary>
    /// Fails unless <paramref name="json"/> is what the file <c>NAME.json</c> holds, but for its white space.
    /// </summary>
    public static void AssertJsonMatches(string name, ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, Indented))
            document.WriteTo(writer);

        AssertIsFile(name + ".json", Encoding.UTF8.GetString(text.ToArray()) + "\n");
    }

    /// <summary>The source <c>NAME.cs.txt</c>, from which the files are made.</summary>
    public static string Source(string name) =>
        Read(name + ".cs.txt") ?? throw new FileNotFoundException("No such source.", name);

    private static void AssertIsFile(string file, string text)
    {
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
