namespace VolumeCount.Tests.Unit.Generators.Harness;

public sealed class SdkAnalyzersTests
{
    private const string CouldBeStatic = "internal sealed class Sample { public int Two => 2; }";

    [Fact]
    public async Task Analyzers_OfTheRepository_FindWhatABuildWouldFind()
    {
        var compilation = GeneratorHarness.Compile(CouldBeStatic);

        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => SdkAnalyzers.OfRepository.AssertNothingFoundAsync(compilation));

        Assert.Contains("CA1822", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyzers_OfTheTemplate_AreLessStrict() =>
        await SdkAnalyzers.OfTemplate.AssertNothingFoundAsync(GeneratorHarness.Compile(CouldBeStatic));
}
