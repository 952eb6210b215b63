using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Bogus;
using FsCheck.Xunit;
using VolumeCount.Report;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Generators;

/// <summary>The plugin's own report, as the generator has it written.</summary>
public sealed class VolumeCountReportContextTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 22, 21, 16, 30, 999, TimeSpan.Zero);

    [Fact]
    public void Report_OfOneContainer_IsWhatScopeReads()
    {
        var report = Report(new ContainerNode
        {
            Id = "8f3a",
            VolumeCount = 3,
            Volumes = [new("/my___data_", "web (volume)")],
        });

        JsonDifference.AssertNone(
            """
            {"Plugins":[{"id":"volume-count","label":"Volume Counts","description":"Shows how many volumes each container has
             mounted","interfaces":["reporter"],"api_version":"1"}],"Container":{"nodes":{"8f3a;<container>":{"latest":
            {"volume_count":{"timestamp":"2026-11-22T21:16:30Z","value":"3"},"volumes_/my___data_":
            {"timestamp":"2026-11-22T21:16:30Z","value":"web (volume)"}}}},"metadata_templates":{"volume_count":
            {"id":"volume_count","label":"# Volumes","dataType":"number","priority":0.1,"from":"latest"},"shares_volumes_with":
            {"id":"shares_volumes_with","label":"Shares volumes with","priority":0.15,"from":"latest"}},"table_templates":
            {"volumes":{"id":"volumes","label":"Volumes","prefix":"volumes_","type":"property-list"}}},"ContainerImage":{"nodes":{}}}
            """.ReplaceLineEndings(""),
            Write(report));
    }

    [Fact]
    public void Report_OfNoContainer_HasNoNodes()
    {
        Assert.Contains("\"Container\":{\"nodes\":{},\"metadata_templates\":{", Write(Report()), StringComparison.Ordinal);
    }

    [Fact]
    public void Time_InAnotherZone_IsWrittenInUtc()
    {
        var report = new VolumeCountReport
        {
            Time = new(2026, 1, 1, 1, 0, 0, TimeSpan.FromHours(5.5)),
            Containers = [new() { Id = "a", VolumeCount = 0 }],
        };

        Assert.Contains("\"timestamp\":\"2025-12-31T19:30:00Z\"", Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_InAnyCulture_AreWrittenTheSame()
    {
        var culture = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "minus";
        odd.DateTimeFormat.TimeSeparator = ".";
        try
        {
            CultureInfo.CurrentCulture = odd;

            Assert.Contains(
                """{"timestamp":"2026-11-22T21:16:30Z","value":"-1"}""",
                Write(Report(new ContainerNode { Id = "a", VolumeCount = -1 })),
                StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Nodes_KeepTheOrderOfTheCollection()
    {
        var json = JsonNode.Parse(Write(Report([.. "zaq".Select(static id => Node(id.ToString()))])))!;

        Assert.Equal(
            ["z;<container>", "a;<container>", "q;<container>"],
            json["Container"]!["nodes"]!.AsObject().Select(static node => node.Key));
    }

    [Theory]
    [InlineData("\"},{\\\"")]
    [InlineData("\0\u0001\t\r\n\u007F")]
    [InlineData("<script>&amp'+`")]
    [InlineData("🐳\u2028\uFEFF")]
    public void Id_OfHostileText_IsStillOneKey(string id)
    {
        var json = JsonNode.Parse(Write(Report(Node(id))))!;

        Assert.Equal([id + ";<container>"], json["Container"]!["nodes"]!.AsObject().Select(static node => node.Key));
    }

    // Not a theory: an attribute cannot hold half of a surrogate pair.
    [Fact]
    public void Ids_WithLoneSurrogates_HaveReplacementsForThem()
    {
        var json = JsonNode.Parse(Write(Report(Node("a\uD83D"), Node("\uDC33a"), Node("\uDC33\uD83D"))))!;

        Assert.Equal(
            ["a\uFFFD;<container>", "\uFFFDa;<container>", "\uFFFD\uFFFD;<container>"],
            json["Container"]!["nodes"]!.AsObject().Select(static node => node.Key));
    }

    [Theory]
    [InlineData(115)]
    [InlineData(116)]
    [InlineData(117)]
    [InlineData(100_000)]
    public void Id_OfAnyLength_IsWrittenWhole(int length)
    {
        var id = new string('f', length);

        Assert.Contains($"\"{id};<container>\":", Write(Report(Node(id))), StringComparison.Ordinal);
    }

    [Property(MaxTest = 50)]
    public void RandomReport_IsWhatAPlainRenderingIs(int seed)
    {
        var faker = new Faker { Random = new Randomizer(seed) };
        var report = new VolumeCountReport
        {
            Time = faker.Date.PastOffset(50, Time).ToOffset(TimeSpan.FromMinutes(faker.Random.Int(-14 * 60, 14 * 60))),
            Containers =
            [
                .. faker.Make(faker.Random.Int(0, 20), () => faker.PickRandom(
                        faker.Random.Hash(64),
                        faker.Random.Utf16String(1, 200),
                        faker.Internet.UrlWithPath()))
                    .Distinct()
                    .Select(id => new ContainerNode
                    {
                        Id = id,
                        VolumeCount = faker.Random.Int(),
                        Volumes = RandomVolumes(faker),
                    }),
            ],
        };

        JsonDifference.AssertNone(Render(report).ToJsonString(VolumeCountReportContext.Default.Options), Write(report));
    }

    [Fact]
    public void Context_InAResolverChainWithOtherOptions_WritesTheSameReport()
    {
        var report = Report(Node("8f3a"));
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(new VolumeCountReportContext()),
            WriteIndented = true,
        };

        var json = JsonSerializer.Serialize(report, options.GetTypeInfo(typeof(VolumeCountReport)));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Write(report)), JsonNode.Parse(json)));
    }

    [Fact]
    public async Task Context_OnAStream_WritesTheSameReport()
    {
        var report = Report([.. Enumerable.Range(0, 5000).Select(static i => Node($"id{i}"))]);
        using var stream = new MemoryStream();

        await JsonSerializer.SerializeAsync(
            stream, report, VolumeCountReportContext.Default.VolumeCountReport, TestContext.Current.CancellationToken);

        Assert.Equal(Write(report), Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Context_WithOptionsOfItsOwn_UsesThem()
    {
        var context = new VolumeCountReportContext(new JsonSerializerOptions { Encoder = JavaScriptEncoder.Default });

        var json = JsonSerializer.Serialize(Report(Node("a")), context.VolumeCountReport);

        Assert.Contains("a;\\u003Ccontainer\\u003E", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfNull_IsNull()
    {
        Assert.Equal("null", JsonSerializer.Serialize(null!, VolumeCountReportContext.Default.VolumeCountReport));
    }

    [Fact]
    public void Report_WhenRead_IsRefused()
    {
        var error = Assert.Throws<NotSupportedException>(
            static () => JsonSerializer.Deserialize("{}", VolumeCountReportContext.Default.VolumeCountReport));

        Assert.Contains("VolumeCountReport can only be written", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownType_HasNoTypeInfo()
    {
        IJsonTypeInfoResolver resolver = VolumeCountReportContext.Default;

        Assert.Null(VolumeCountReportContext.Default.GetTypeInfo(typeof(string)));
        Assert.Null(resolver.GetTypeInfo(typeof(string), new JsonSerializerOptions()));
    }

    [Fact]
    public void KnownType_HasTheTypeInfoOfItsProperty()
    {
        Assert.Same(
            VolumeCountReportContext.Default.VolumeCountReport,
            VolumeCountReportContext.Default.GetTypeInfo(typeof(VolumeCountReport)));
    }

    private static VolumeCountReport Report(params ContainerNode[] containers) =>
        new() { Time = Time, Containers = containers };

    private static ContainerNode Node(string id) => new() { Id = id, VolumeCount = 1 };

    private static string Write(VolumeCountReport report) =>
        JsonSerializer.Serialize(report, VolumeCountReportContext.Default.VolumeCountReport);

    private static ImmutableArray<KeyValuePair<string, string>> RandomVolumes(Faker faker) =>
    [
        .. faker.Make(faker.Random.Int(0, 5), () => KeyValuePair.Create(
                faker.PickRandom(faker.System.DirectoryPath(), faker.Random.Utf16String(1, 50), "/a__b_"),
                faker.PickRandom(faker.Random.Utf16String(0, 50), "web (volume)")))
            .DistinctBy(static volume => volume.Key),
    ];

    private static JsonObject Render(VolumeCountReport report) => new()
    {
        ["Plugins"] = new JsonArray(new JsonObject
        {
            ["id"] = "volume-count",
            ["label"] = "Volume Counts",
            ["description"] = "Shows how many volumes each container has mounted",
            ["interfaces"] = new JsonArray("reporter"),
            ["api_version"] = "1",
        }),
        ["Container"] = new JsonObject
        {
            ["nodes"] = new JsonObject(report.Containers
                .Where(static container => !container.Id.Contains(';', StringComparison.Ordinal))
                .Select(container => KeyValuePair.Create(
                    container.Id + ";<container>",
                    (JsonNode?)new JsonObject
                    {
                        ["latest"] = new JsonObject(container.Volumes
                            .Select(static volume => KeyValuePair.Create("volumes_" + volume.Key, volume.Value))
                            .Prepend(new("volume_count", container.VolumeCount.ToString(CultureInfo.InvariantCulture)))
                            .Select(value => KeyValuePair.Create(value.Key, (JsonNode?)new JsonObject
                            {
                                ["timestamp"] = report.Time.ToUniversalTime()
                                    .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                                ["value"] = value.Value,
                            }))),
                    }))),
            ["metadata_templates"] = new JsonObject
            {
                ["volume_count"] = new JsonObject
                {
                    ["id"] = "volume_count",
                    ["label"] = "# Volumes",
                    ["dataType"] = "number",
                    ["priority"] = 0.1,
                    ["from"] = "latest",
                },
                ["shares_volumes_with"] = new JsonObject
                {
                    ["id"] = "shares_volumes_with",
                    ["label"] = "Shares volumes with",
                    ["priority"] = 0.15,
                    ["from"] = "latest",
                },
            },
            ["table_templates"] = new JsonObject
            {
                ["volumes"] = new JsonObject
                {
                    ["id"] = "volumes",
                    ["label"] = "Volumes",
                    ["prefix"] = "volumes_",
                    ["type"] = "property-list",
                },
            },
        },
        ["ContainerImage"] = new JsonObject { ["nodes"] = new JsonObject() },
    };
}
