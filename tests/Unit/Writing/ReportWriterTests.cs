using System.Net;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using VolumeCount.Scope.Writing;

namespace VolumeCount.Tests.Unit.Writing;

public sealed class ReportWriterTests
{
    [Fact]
    public void Node_WithoutAnything_IsEmpty()
    {
        Assert.Equal(
            """
            "a;<host>":{},"b;<host>":{}
            """,
            Written.Members(static (ref writer) =>
            {
                foreach (var id in (string[])["a", "b"])
                {
                    writer.BeginNode();
                    writer.Text(id);
                    writer.EndNodeId(";<host>"u8);
                    writer.EndNode();
                }
            }));
    }

    [Fact]
    public void Sections_WithoutAnything_AreLeftOut()
    {
        Assert.Equal(
            """
            "counters":{"a":1,"b":2},"adjacency":["x"]
            """,
            Written.Members(static (ref writer) =>
            {
                writer.BeginSection("latest"u8);
                writer.Latest("a"u8, (string?)null);
                writer.EndSection();
                writer.BeginSection("counters"u8);
                writer.Counter("a"u8, 1);
                writer.Counter("none"u8, null);
                writer.Counter("b"u8, 2);
                writer.EndSection();
                writer.BeginSection("sets"u8);
                writer.EndSection();
                writer.NodeId("adjacency"u8, "x", ""u8, ""u8);
            }));
    }

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 300)]
    public void Text_OfAnyKind_IsReadAsItWas(string text)
    {
        var latest = Written.Latest((ref writer) =>
        {
            writer.Latest("key"u8, text);
            writer.Latest(LatestKey.Row("label-"u8, text), text);
        });

        Assert.Equal(HostileText.Whole(text), latest["key"]);
        Assert.Equal(HostileText.Whole(text), latest["label-" + HostileText.Whole(text)]);
    }

    [Fact]
    public void Text_OfAngleBracketsAndAmpersands_IsNotEscaped()
    {
        Assert.Contains(
            "\"<a href='x'>&amp;+`é\"",
            Written.Members(static (ref writer) => writer.Latest("a"u8, "<a href='x'>&amp;+`é")),
            StringComparison.Ordinal);
    }

    // Around the writer's own buffers, of 256 characters and 4096 bytes.
    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(100_000)]
    public void Text_OfAnyLength_IsWrittenWhole(int length)
    {
        string[] texts =
            [new('a', length), new('é', length), new('"', length), string.Concat(Enumerable.Repeat("\uD83D\uDC33", length))];

        foreach (var text in texts)
            Assert.Equal(text, Written.Latest((ref writer) => writer.Latest("a"u8, text))["a"]);
    }

    [Fact]
    public void Numbers_OfEveryType_AreWrittenWhole()
    {
        var latest = Written.Latest(static (ref writer) =>
        {
            writer.Latest("sbyte"u8, sbyte.MinValue);
            writer.Latest("long"u8, long.MinValue);
            writer.Latest("ulong"u8, (ulong?)ulong.MaxValue);
            writer.Latest("decimal"u8, 1.10m);
            writer.Latest("double"u8, 0.1);
            writer.Latest("large"u8, double.MaxValue);
            writer.Latest("float"u8, 0.1f);
            writer.Latest("zero"u8, -0.0);
        });

        Assert.Equal(
            ["-128", "-9223372036854775808", "18446744073709551615", "1.10", "0.1", "1.7976931348623157E+308", "0.1", "-0"],
            latest.Values);
    }

    [Fact]
    public void Values_OfNullOrNotFinite_AreLeftOut()
    {
        Assert.Empty(Written.Latest(static (ref writer) =>
        {
            writer.Latest("a"u8, (string?)null);
            writer.Latest("b"u8, (int?)null);
            writer.Latest("c"u8, (double?)null);
            writer.Latest("d"u8, (float?)null);
            writer.Latest("e"u8, (bool?)null);
            writer.Latest("f"u8, (DateTimeOffset?)null);
            writer.Latest("g"u8, (TimeSpan?)null);
            writer.Latest("h"u8, (IPAddress?)null);
            writer.Latest("i"u8, (Uri?)null);
            writer.LatestLink("j"u8, (Uri?)null);
            writer.LatestLink("k"u8, (string?)null);
            writer.LatestLink("l"u8, "l_text"u8, (Uri?)null);
            writer.LatestLink("m"u8, "m_text"u8, (string?)null);
            writer.Latest("n"u8, double.NaN);
            writer.Latest("o"u8, double.NegativeInfinity);
            writer.Latest("p"u8, (float?)float.PositiveInfinity);
            writer.Latest("q"u8, float.NaN);
        }));
    }

    [Fact]
    public void Cells_OfNullOrNotFinite_AreEmpty()
    {
        var latest = Written.Latest(static (ref writer) =>
        {
            writer.Latest(LatestKey.Cell("t_"u8, "a", "string"u8), (string?)null);
            writer.Latest(LatestKey.Cell("t_"u8, "a", "int"u8), (int?)null);
            writer.Latest(LatestKey.Cell("t_"u8, "a", "ulong"u8), (ulong?)null);
            writer.Latest(LatestKey.Cell("t_"u8, "a", "decimal"u8), (decimal?)null);
            writer.Latest(LatestKey.Cell("t_"u8, "a", "double"u8), (double?)null);
            writer.Latest(LatestKey.Cell("t_"u8, "a", "nan"u8), double.NaN);
            writer.Latest(LatestKey.Cell("t_"u8, "a", "float"u8), (float?)null);
            writer.Latest(LatestKey.Cell("t_"u8, "a", "infinity"u8), float.PositiveInfinity);
            writer.Latest(LatestKey.Cell("t_"u8, "a", "bool"u8), (bool?)null);
            writer.Latest(LatestKey.Cell("t_"u8, "a", "moment"u8), (DateTimeOffset?)null);
            writer.Latest(LatestKey.Cell("t_"u8, "a", "duration"u8), (TimeSpan?)null);
            writer.Latest(LatestKey.Cell("t_"u8, "a", "address"u8), (IPAddress?)null);
            writer.Latest(LatestKey.Cell("t_"u8, "a", "uri"u8), (Uri?)null);
            writer.LatestLink(LatestKey.Cell("t_"u8, "a", "link"u8), (Uri?)null);
            writer.LatestLink(LatestKey.Cell("t_"u8, "a", "file"u8), new Uri("file:///etc"));
            writer.LatestLink(LatestKey.Cell("t_"u8, "a", "text_link"u8), (string?)null);
            writer.LatestLink(LatestKey.Cell("t_"u8, "a", "script"u8), "javascript:alert(1)");
        });

        Assert.Equal(17, latest.Count);
        Assert.All(latest.Values, Assert.Empty);
    }

    [Fact]
    public void Booleans_AreWords()
    {
        var latest = Written.Latest(static (ref writer) =>
        {
            writer.Latest("yes"u8, true);
            writer.Latest("no"u8, (bool?)false);
        });

        Assert.Equal(["true", "false"], latest.Values);
    }

    [Theory]
    [InlineData("2026-11-22T23:16:30+02:00", "2026-11-22T21:16:30Z")]
    [InlineData("2026-11-22T21:16:30.5000000Z", "2026-11-22T21:16:30.5Z")]
    [InlineData("2026-11-22T21:16:30.0000001Z", "2026-11-22T21:16:30.0000001Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    public void Moments_AreInUtcToTheTick(string moment, string expected)
    {
        var value = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(expected, Written.Latest((ref writer) => writer.Latest("a"u8, value))["a"]);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "0.0000001")]
    [InlineData(900_000_000, "90")]
    [InlineData(-15_000_000, "-1.5")]
    [InlineData(long.MaxValue, "922337203685.4775807")]
    [InlineData(long.MinValue, "-922337203685.4775808")]
    public void Durations_AreInSeconds(long ticks, string expected)
    {
        Assert.Equal(expected, Written.Latest((ref writer) => writer.Latest("a"u8, new TimeSpan(ticks)))["a"]);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("fe80::1234:5678:9abc:def0%4294967295")]
    [InlineData("::ffff:192.168.178.123")]
    public void Addresses_AreWrittenAsUsual(string address)
    {
        Assert.Equal(address, Written.Latest((ref writer) => writer.Latest("a"u8, IPAddress.Parse(address)))["a"]);
    }

    [Theory]
    [InlineData("::", "0::")]
    [InlineData("::ab", "0::ab")]
    [InlineData("abcd::ef", "abcd:0::ef")]
    [InlineData("abcd::", "abcd:0::")]
    public void Address_WithoutADigit_IsWrittenWithOne(string address, string expected)
    {
        Assert.Equal(expected, Written.Latest((ref writer) => writer.Latest("a"u8, IPAddress.Parse(address)))["a"]);
        Assert.Equal(IPAddress.Parse(address), IPAddress.Parse(expected));
    }

    [Theory]
    [InlineData("https://example.org/a b", "a", "https://example.org/a%20b")]
    [InlineData("HTTP://EXAMPLE.org", "a", "http://example.org/")]
    [InlineData("javascript:alert(1)", "a_text", "javascript:alert(1)")]
    [InlineData(" javascript:alert(1)", "a_text", " javascript:alert(1)")]
    [InlineData("file:///etc/passwd", "a_text", "file:///etc/passwd")]
    [InlineData("//example.org", "a_text", "//example.org")]
    [InlineData("/etc/passwd", "a_text", "/etc/passwd")]
    [InlineData("", "a_text", "")]
    public void Links_ThatAreNoWebAddresses_AreText(string value, string key, string expected)
    {
        KeyValuePair<string, string>[] all = [new(key, expected)];

        Assert.Equal(all, Written.Latest((ref writer) => writer.LatestLink("a"u8, "a_text"u8, value)));
        Assert.Equal(all, Written.Latest((ref writer) =>
            writer.LatestLink("a"u8, "a_text"u8, new Uri(value, UriKind.RelativeOrAbsolute))));
        Assert.Equal(
            all.Where(static pair => pair.Key == "a"), Written.Latest((ref writer) => writer.LatestLink("a"u8, value)));
        Assert.Equal(
            all.Where(static pair => pair.Key == "a"),
            Written.Latest((ref writer) => writer.LatestLink("a"u8, new Uri(value, UriKind.RelativeOrAbsolute))));
    }

    [Fact]
    public void Uri_AsText_IsWrittenAsItWasGiven()
    {
        Assert.Equal(
            "HTTP://x/a b", Written.Latest(static (ref writer) => writer.Latest("a"u8, new Uri("HTTP://x/a b")))["a"]);
    }

    [Theory]
    [InlineData("/data", "/data")]
    [InlineData("a_b", "a_b")]
    [InlineData("_a", "_a")]
    [InlineData("a_", "a%5F")]
    [InlineData("a__b", "a_%5Fb")]
    [InlineData("a___b", "a_%5F%5Fb")]
    [InlineData("_", "%5F")]
    [InlineData("___", "_%5F%5F")]
    [InlineData("100%", "100%25")]
    [InlineData("%5F", "%255F")]
    public void RowId_IsEscapedWhereItMustBe(string id, string expected)
    {
        Assert.Equal(
            [$"p_{expected}___c"], Written.Latest((ref writer) => writer.Latest(LatestKey.Cell("p_"u8, id, "c"u8), 1)).Keys);
    }

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 500)]
    public void RowId_OfAnyText_IsFoundAgain(string id)
    {
        var key = Written.Latest((ref writer) => writer.Latest(LatestKey.Cell("p_"u8, id, "c"u8), 1)).Keys.Single();

        // As Scope splits it: at the first "___", and not at any other.
        var parts = key["p_".Length..].Split("___");

        Assert.Equal(2, parts.Length);
        Assert.Equal(HostileText.Whole(id), Uri.UnescapeDataString(parts[0]));
        Assert.Equal("c", parts[1]);
    }

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 300)]
    public void RowIds_ThatDiffer_HaveKeysThatDiffer(string one, string other)
    {
        var keys = Written.Members((ref writer) =>
        {
            writer.Latest(LatestKey.Cell("p"u8, one, "c"u8), 1);
            writer.Latest(LatestKey.Cell("p"u8, other, "c"u8), 1);
        });
        var areSame = HostileText.Whole(one) == HostileText.Whole(other);

        // Reading an object refuses a key that is there twice.
        if (areSame)
            Assert.ThrowsAny<ArgumentException>(() => JsonNode.Parse($"{{{keys}}}")!.AsObject().Count);
        else
            Assert.Equal(2, JsonNode.Parse($"{{{keys}}}")!.AsObject().Count);
    }

    [Fact]
    public void Controls_SayWhetherTheyAreDead()
    {
        Assert.Equal(
            """
            "a":{"timestamp":"2026-11-22T21:16:30Z","value":{"dead":false}},"b":{"timestamp":"2026-11-22T21:16:30Z","value":{"dead":true}}
            """,
            Written.Members(static (ref writer) =>
            {
                writer.Control("a"u8, true);
                writer.Control("none"u8, null);
                writer.Control("b"u8, false);
            }));
    }

    [Fact]
    public void Complete_Twice_AddsNothing()
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        var writer = new ReportWriter(output, Written.Time);
        writer.Raw("{}"u8);
        writer.Complete();
        writer.Complete();

        Assert.Equal("{}"u8, output.WrittenSpan);
    }
}
