extern alias Generators;

using System.Globalization;
using Generators::VolumeCount.Generators.Collections;
using Generators::VolumeCount.Generators.Metadata;
using Generators::VolumeCount.Generators.NodeIds;
using Generators::VolumeCount.Generators.Plugin;
using Generators::VolumeCount.Generators.Topologies;
using Generators::VolumeCount.Generators.Values;

namespace VolumeCount.Tests.Unit.Generators.Plugin;

public sealed class ReportEmitterTests
{
    private static readonly MetadataModel Count =
        new(
            "Count",
            "count",
            "Count",
            0.5,
            0,
            "number",
            "latest",
            IsHidden: false,
            new(ValueKind.Integer, IsNullableStruct: false));

    [Fact]
    public void Plugin_WithoutDescription_LeavesItOut()
    {
        var source = ReportEmitter.Emit(Report() with { Plugin = new("p", "P", "") });

        Assert.Contains(
            """[{"id":"p","label":"P","interfaces":["reporter"],"api_version":"1"}]""", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Plugin_WithQuotesAndLines_IsStillOneLiteral()
    {
        var source = ReportEmitter.Emit(Report() with { Plugin = new("p", "\"\"\"", "one\r\ntwo") });

        Assert.Contains(
            """
            {"id":"p","label":"\"\"\"","description":"one\u000D\u000Atwo","interfaces"
            """,
            source,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Text_HasNoDataType()
    {
        var source = ReportEmitter.Emit(Report(Count with { DataType = "" }));

        Assert.Contains(
            """{"count":{"id":"count","label":"Count","priority":0.5,"from":"latest"}}""", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Priority_InACultureWithCommas_HasAPoint()
    {
        var culture = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = commas;

            var source = ReportEmitter.Emit(Report(Count));

            Assert.Contains("\"priority\":0.5", source, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Report_WithErrors_WritesNothing()
    {
        var source = ReportEmitter.Emit(Report(Count) with { IsWritable = false, TimeProperty = "" });

        Assert.DoesNotContain("writer.", source, StringComparison.Ordinal);
    }

    [Fact]
    public void SameModel_GivesTheSameText()
    {
        Assert.Equal(Report(Count), Report(Count));
        Assert.Equal(ReportEmitter.Emit(Report(Count)), ReportEmitter.Emit(Report(Count)));
    }

    [Fact]
    public void Lines_EndInNoSpace()
    {
        Assert.All(ReportEmitter.Emit(Report(Count)).Split('\n'), static line => Assert.Equal(line.TrimEnd(), line));
    }

    private static ReportModel Report(params MetadataModel[] metadata) => new(
        "FooReport",
        "global::Foo.FooReport",
        CanBeNull: true,
        "Foo",
        "FooReportContext",
        IsPublic: true,
        new("foo", "Foo", "Tells of foo"),
        "Time",
        new[]
        {
            new TopologyModel(
                "Container",
                "Nodes",
                new(
                    "global::Foo.Node[]?",
                    "global::Foo.Node",
                    CollectionKind.Enumerable,
                    CanBeNull: true,
                    CanBeArray: false,
                    ElementCanBeNull: false),
                new(
                    "Node",
                    "global::Foo.Node",
                    new[] { new NodeIdPartModel("Id", ValueKind.Text, false, false) }.ToEquatableArray(),
                    Standalone: null,
                    metadata.ToEquatableArray(),
                    default,
                    default,
                    default,
                    default,
                    default)),
        }.ToEquatableArray(),
        IsWritable: true);
}
