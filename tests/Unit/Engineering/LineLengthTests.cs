using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Engineering;

/// <summary>The longest line that <c>.editorconfig</c> allows, which no analyzer checks.</summary>
public sealed class LineLengthTests
{
    private const int MaxLength = 125;

    [Theory]
    [InlineData("src")]
    [InlineData("samples")]
    [InlineData("templates")]
    public void Lines_OfCode_AreNotTooLong(string folder)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Repository.Root, file))
            .Where(static file => !file.Split('/').Any(static part => part is "bin" or "obj"))
            .ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(LongLines));
    }

    private static IEnumerable<string> LongLines(string file) => File.ReadLines(Path.Combine(Repository.Root, file))
        .Select((line, index) => (line.Length, Number: index + 1))
        .Where(static line => line.Length > MaxLength)
        .Select(line => $"{file}:{line.Number}");
}
