using VolumeCount.Tests.Unit.Contract;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Generators;

/// <summary>
/// The reports in <c>Golden</c>: the context that is generated from <c>NAME.cs.txt</c> writes <c>NAME.json</c>.
/// </summary>
public sealed class GoldenReportTests(GoldenReports reports) : IClassFixture<GoldenReports>
{
    public static TheoryData<string> Names =>
    [
        .. typeof(Golden).Assembly.GetManifestResourceNames()
            .Where(static name => name.EndsWith(".cs.txt", StringComparison.Ordinal)
                && !name.EndsWith(".g.cs.txt", StringComparison.Ordinal))
            .Select(static name => name[..^".cs.txt".Length])
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Report_IsWrittenAsTheGoldenOne(string name)
    {
        Golden.AssertJsonMatches(name, reports.Get(name).Write());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Serializer_WritesTheSameBytes(string name)
    {
        var report = reports.Get(name);

        Assert.Equal(report.Write(), report.Serialize());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_FitTheirTemplates(string name) => DrawnValues.AssertFitTheirTemplates(reports.Get(name).Write());

    [Theory]
    [MemberData(nameof(Names))]
    public void Report_BreaksNoRuleOfScope(string name)
    {
        var (_, findings, error) = Reports.Read(reports.Get(name).Write());

        Assert.Null(error);
        Assert.Empty(findings);
    }
}
