using System.Net;
using Bogus;
using VolumeCount.Scope.Writing;
using VolumeCount.Tests.Unit.Writing;

namespace VolumeCount.Tests.Unit.Generators.Samples;

/// <summary>Makes reports with everything in them, some of it missing and much of it hostile.</summary>
/// <param name="seed">The same seed makes the same report.</param>
internal sealed class RandomReports(int seed)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 21, 16, 30, TimeSpan.Zero);

    private readonly Faker _faker = new() { Random = new Randomizer(seed) };

    private Randomizer Random => _faker.Random;

    /// <summary>
    /// A report with up to <paramref name="size"/> nodes in each topology. No two of them have the same id.
    /// </summary>
    public EverythingReport Next(int size) => new()
    {
        Time = Moment(),
        Hosts = Random.Bool(0.1f) ? null : [.. Many(size, Node).DistinctBy(static node => HostileText.Whole(node.Id ?? ""))],
        Processes = Random.Bool(0.1f)
            ? default
            :
            [
                .. Many(size, () => new ProcessNode(Random.Int(), Text()))
                    .DistinctBy(static node => (node.Pid, HostileText.Whole(node.Host))),
            ],
        Endpoints =
        [
            .. Many(size, () => Random.Bool(0.1f) ? null : Maybe(() => new EndpointNode(Text(), Address(), Random.UShort())))
                .DistinctBy(
                    static node => node is { } end ? $"{HostileText.Whole(end.Scope!)};{end.Address};{end.Port}" : ""),
        ],
        Peers = [.. Many(size, Node).DistinctBy(static node => HostileText.Whole(node.Id ?? ""))],
    };

    private EverythingNode Node() => new()
    {
        Id = Random.Bool(0.05f) ? null : Text(),
        Text = MaybeText(),
        Real = Real(),
        Single = Maybe(() => (float)Real()),
        Decimal = Random.Decimal(-1e9m, 1e9m),
        Flag = Maybe(() => Random.Bool()),
        Mood = (Mood)Random.Int(0, 3),
        NoMood = Maybe(() => Random.Enum<Mood>()),
        Since = Moment(),
        Age = Maybe(() => new TimeSpan(Random.Long())),
        Address = Address(),
        Home = Random.Bool(0.2f) ? null : Link(),
        Page = Random.Bool() ? MaybeText() : Link().OriginalString,
        Tags = Random.Bool(0.2f) ? default : [.. Many(6, Text)],
        More = Random.Bool(0.2f) ? null : [.. Many(6, MaybeText)],
        Restarts = Maybe(() => Random.Int()),
        Secret = MaybeText(),
        Cpu = Maybe(Real),
        Cost = Random.Decimal(),
        Memory = Random.ULong(),
        Load = [.. Many(6, () => new MetricSample(Random.Bool() ? Moment() : DateTimeOffset.UnixEpoch, Real()))],
        Rows = Random.Bool(0.2f)
            ? null
            : [.. Many(4, () => new EverythingRow(Text(), Random.Int(), Random.Bool() ? null : Link(), Random.Enum<Mood>()))
                .DistinctBy(static row => HostileText.Whole(row.Id))],
        Labels = Random.Bool(0.2f)
            ? null
            : Many(4, () => (Key: Text(), Value: MaybeText()))
                .DistinctBy(static label => HostileText.Whole(label.Key))
                .ToDictionary(static label => label.Key, static label => label.Value),
        Limits = Maybe(() => new EverythingLimits(Maybe(() => Random.Int()), MaybeText())),
        Image = MaybeText(),
        Processes = Many(4, () => Random.Bool(0.1f) ? "" : $"{Text()};{Text()}"),
        Peers = Random.Bool(0.2f) ? null : [.. Many(4, Text)],
        CanDoIt = Random.Bool(),
        CanUndo = Maybe(() => Random.Bool()),
    };

    private string Text() => HostileText.Of(Random);

    private string? MaybeText() => Random.Bool(0.2f) ? null : Text();

    private T? Maybe<T>(Func<T> value)
        where T : struct => Random.Bool(0.2f) ? null : value();

    private List<T> Many<T>(int most, Func<T> item) => [.. Enumerable.Range(0, Random.Int(0, most)).Select(_ => item())];

    private double Real() => Random.Int(0, 9) switch
    {
        0 => double.NaN,
        1 => double.NegativeInfinity,
        2 => BitConverter.Int64BitsToDouble(Random.Long()),
        3 => 0,
        4 => Random.Int(),
        _ => Random.Double(-1000, 1000),
    };

    private DateTimeOffset Moment() => _faker.Date.PastOffset(50, Now)
        .ToOffset(TimeSpan.FromMinutes(Random.Int(-14 * 60, 14 * 60)))
        .AddTicks(Random.Bool() ? 0 : Random.Int(0, 9_999_999));

    private IPAddress? Address() => Random.Int(0, 4) switch
    {
        0 => null,
        1 => _faker.Internet.Ipv6Address(),
        _ => _faker.Internet.IpAddress(),
    };

    private Uri Link() => new(
        Random.Int(0, 4) switch
        {
            0 => "javascript:alert(1)",
            1 => _faker.System.FilePath(),
            2 => $"https://example.org/?q={HostileText.Whole(Text())}",
            _ => _faker.Internet.UrlWithPath(),
        },
        UriKind.RelativeOrAbsolute);
}
