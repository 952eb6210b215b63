using System.Globalization;
using VolumeCount.Scope.Contract.Decoding;

namespace VolumeCount.Tests.Unit.Contract.Decoding;

public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-11-22T21:16:30Z", "2026-11-22T21:16:30.0000000Z")]
    [InlineData("2026-11-22T21:16:30.5Z", "2026-11-22T21:16:30.5000000Z")]
    [InlineData("2026-11-22T21:16:30.123456789Z", "2026-11-22T21:16:30.1234567Z")]
    [InlineData("2026-11-22T21:16:30+01:30", "2026-11-22T19:46:30.0000000Z")]
    [InlineData("2026-11-22T21:16:30-23:59", "2026-11-23T21:15:30.0000000Z")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.0000000Z")]
    [InlineData("0001-01-01T00:00:00+01:00", "0001-01-01T00:00:00.0000000Z")]
    public void Timestamp_OfRfc3339_IsRead(string text, string moment)
    {
        Assert.True(Rfc3339.TryParse(text, out var read));

        Assert.Equal(moment, read.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-11-22")]
    [InlineData("2026-11-22 21:16:30Z")]
    [InlineData("2026-11-22t21:16:30z")]
    [InlineData("2026-11-22T21:16:30")]
    [InlineData("2026-11-22T21:16Z")]
    [InlineData("2026-11-22T21:16:30+0100")]
    [InlineData("2026-11-22T21:16:30+24:00")]
    [InlineData("2026-11-22T21:16:30.Z")]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("2026-11-22T24:00:00Z")]
    [InlineData("2026-11-22T23:59:60Z")]
    [InlineData("2026-11-22T21:16:30Z\n")]
    [InlineData("٢٠٢٦-11-22T21:16:30Z")]
    public void Text_OfAnythingElse_IsRefused(string text) => Assert.False(Rfc3339.TryParse(text, out _));
}
