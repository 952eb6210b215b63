using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Engineering;

/// <summary><c>eng/release-notes.sh</c>, which takes a release's notes out of the changelog.</summary>
public sealed class ReleaseNotesTests : IDisposable
{
    private const string Changelog =
        """
        # Changelog

        ## [Unreleased]

        ## [1.2.30] - 2026-02-28

        ### Fixed

        - Not this.

        ## [1.2.3] - 2026-01-31

        ### Added

        - This, and
          what belongs to it.

        ### Fixed

        - And this.

        ## [1.2.2] - 2026-01-01

        - Nor this.

        [1.2.2]: https://example.com/1.2.2
        """;

    private readonly TemporaryFolder _repository = new();

    public ReleaseNotesTests()
    {
        Directory.CreateDirectory(_repository.Combine("eng"));
        File.Copy(Path.Combine(Repository.Root, "eng/release-notes.sh"), _repository.Combine("eng/release-notes.sh"));
        File.WriteAllText(_repository.Combine("CHANGELOG.md"), Changelog);
    }

    [Fact]
    public async Task Notes_OfAVersion_AreWhatIsUnderItsHeading()
    {
        var notes = await Script.RunAsync(_repository.Combine("eng/release-notes.sh"), "1.2.3");

        Assert.Equal(0, notes.ExitCode);
        Assert.Equal("### Added\n\n- This, and\n  what belongs to it.\n\n### Fixed\n\n- And this.", notes.Output.Trim());
    }

    [Fact]
    public async Task Notes_OfTheLastVersion_AreWithoutTheLinks() => Assert.Equal(
        "- Nor this.", (await Script.RunAsync(_repository.Combine("eng/release-notes.sh"), "1.2.2")).Output.Trim());

    [Theory]
    [InlineData("1.2")]
    [InlineData("1.2.4")]
    [InlineData("Unreleased")]
    public async Task Notes_WhereThereAreNone_AreAnError(string version)
    {
        var notes = await Script.RunAsync(_repository.Combine("eng/release-notes.sh"), version);

        Assert.Equal(1, notes.ExitCode);
        Assert.Equal($"CHANGELOG.md has no notes under '## [{version}]'.", Assert.Single(notes.ErrorLines));
    }

    public void Dispose() => _repository.Dispose();
}
