using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VolumeCount.Tests.Unit.Writing;

namespace VolumeCount.Tests.Unit.Generators.Samples;

/// <summary>
/// An <see cref="EverythingReport"/> as JSON, made in the plainest way: by what the attributes' documentation says, and with
/// nothing of the generator or the writer.
/// </summary>
internal sealed partial class EverythingRendering
{
    private static readonly JsonNode Templates = JsonNode.Parse(
        """
        {
          "metadata_templates": {
            "text": {"id":"text","label":"Text","priority":1,"from":"latest"},
            "real": {"id":"real","label":"Real","dataType":"number","priority":1,"from":"latest"},
            "single": {"id":"single","label":"Single","dataType":"number","priority":1,"from":"latest"},
            "decimal": {"id":"decimal","label":"Decimal","dataType":"number","priority":1,"from":"latest"},
            "flag": {"id":"flag","label":"Flag","priority":1,"truncate":3,"from":"latest"},
            "mood": {"id":"mood","label":"Mood","priority":1,"from":"latest"},
            "no_mood": {"id":"no_mood","label":"No Mood","priority":1,"from":"latest"},
            "since": {"id":"since","label":"Since","dataType":"datetime","priority":1,"from":"latest"},
            "age": {"id":"age","label":"Age","dataType":"duration","priority":1,"from":"latest"},
            "address": {"id":"address","label":"Address","dataType":"ip","priority":1,"from":"latest"},
            "home": {"id":"home","label":"Home","dataType":"link","priority":1,"from":"latest"},
            "home_text": {"id":"home_text","label":"Home","priority":1,"from":"latest"},
            "page": {"id":"page","label":"Page","dataType":"link","priority":1,"from":"latest"},
            "page_text": {"id":"page_text","label":"Page","priority":1,"from":"latest"},
            "tags": {"id":"tags","label":"Tags","priority":1,"from":"sets"},
            "more": {"id":"more","label":"More","priority":1,"from":"sets"},
            "restarts": {"id":"restarts","label":"Restarts","dataType":"number","priority":1,"from":"counters"}
          },
          "metric_templates": {
            "cpu": {"id":"cpu","label":"Cpu","format":"percent","group":"cpu","priority":1},
            "cost": {"id":"cost","label":"Cost","priority":1},
            "memory": {"id":"memory","label":"Memory","format":"filesize","priority":1},
            "load": {"id":"load","label":"Load","priority":1}
          },
          "table_templates": {
            "rows": {"id":"rows","label":"Rows","prefix":"rows_","type":"multicolumn-table","columns":[
              {"id":"count","label":"#","dataType":"number"},{"id":"link","label":"Link","dataType":"link"},{"id":"mood","label":"Mood"}]},
            "labels": {"id":"labels","label":"Labels","prefix":"label-","type":"property-list"},
            "limits": {"id":"limits","label":"Limits","prefix":"limits_","type":"property-list","fixedRows":{
              "limits_cpu":"Cpu","limits_memory":"RAM"}}
          },
          "controls": {
            "can_do_it": {"id":"can_do_it","human":"Do it","icon":"fa-gears","rank":2,"confirmation":"Really?"},
            "can_undo": {"id":"can_undo","human":"Can Undo","rank":0}
          }
        }
        """)!;

    private readonly string _time;

    private EverythingRendering(DateTimeOffset time) =>
        _time = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static JsonObject Render(EverythingReport report)
    {
        var rendering = new EverythingRendering(report.Time);
        return new()
        {
            ["Plugins"] = new JsonArray(new JsonObject
            {
                ["id"] = "everything",
                ["label"] = "Everything",
                ["interfaces"] = new JsonArray("reporter", "controller"),
                ["api_version"] = "1",
            }),
            ["Host"] = rendering.Topology(report.Hosts ?? [], static id => IsCut(id) ? null : $"{id};<host>"),
            ["Process"] = Nodes((report.Processes.IsDefault ? [] : report.Processes)
                .Where(static node => node.Host.Length > 0 && !IsCut(node.Host))
                .Select(static node => Pair($"{HostileText.Whole(node.Host)};{node.Pid}", new JsonObject()))),
            ["Endpoint"] = Nodes(report.Endpoints
                .Where(static node => node is { Address: not null, Port: not null } && !IsCut(node.Value.Scope ?? ""))
                .Select(static node => Pair(
                    $"{HostileText.Whole(node!.Value.Scope ?? "")};{node.Value.Address};{node.Value.Port}",
                    new JsonObject()))),
            ["Overlay"] = rendering.Topology(report.Peers, static id => $"#{id}"),
        };
    }

    private JsonObject Topology(IEnumerable<EverythingNode> nodes, Func<string, string?> form)
    {
        var topology = Nodes(nodes
            .Where(node => !string.IsNullOrEmpty(node.Id) && form(node.Id) is not null)
            .Select(node => Pair(form(HostileText.Whole(node.Id!))!, Node(node, form))));
        foreach (var (name, templates) in Templates.AsObject())
            topology[name] = templates!.DeepClone();
        return topology;
    }

    private static JsonObject Nodes(IEnumerable<KeyValuePair<string, JsonNode?>> nodes) =>
        new() { ["nodes"] = new JsonObject(nodes) };

    private JsonObject Node(EverythingNode node, Func<string, string?> form) => WithoutEmpty(new()
    {
        ["latest"] = new JsonObject(Latest(node)
            .Where(static pair => pair.Value is not null)
            .Select(pair => Pair(pair.Key, Stamped(JsonValue.Create(HostileText.Whole(pair.Value!)))))),
        ["sets"] = WithoutEmpty(new()
        {
            ["tags"] = Set(node.Tags.IsDefault ? [] : node.Tags),
            ["more"] = Set(node.More ?? []),
        }),
        ["counters"] = node.Restarts is { } restarts ? new JsonObject { ["restarts"] = restarts } : new(),
        ["metrics"] = WithoutEmpty(new()
        {
            ["cpu"] = Metric([.. Single(node.Cpu)], 0, 100),
            ["cost"] = Metric([.. Single((double)node.Cost)]),
            ["memory"] = Metric([.. Single(node.Memory)]),
            ["load"] = Metric(
            [
                .. node.Load.Where(static sample => double.IsFinite(sample.Value))
                    .GroupBy(static sample => sample.Time.UtcTicks)
                    .OrderBy(static samples => samples.Key)
                    .Select(static samples => (Date(samples.First().Time), samples.Last().Value)),
            ]),
        }),
        ["parents"] = WithoutEmpty(new()
        {
            ["container_image"] =
                Set(NotEmpty([node.Image]).Where(static id => !IsCut(id)).Select(static id => $"{id};<container_image>")),
            ["process"] = Set(NotEmpty(node.Processes)),
        }),
        ["adjacency"] = Set(NotEmpty(node.Peers ?? []).Select(form)),
        ["latestControls"] = new JsonObject(new (string Id, bool? IsAlive)[]
            {
                ("can_do_it", node.CanDoIt), ("can_undo", node.CanUndo),
            }
            .Where(static control => control.IsAlive is not null)
            .Select(control => Pair(control.Id, Stamped(new JsonObject { ["dead"] = !control.IsAlive })))),
    });

    private static IEnumerable<KeyValuePair<string, string?>> Latest(EverythingNode node)
    {
        yield return new("text", node.Text);
        yield return new("real", Number(node.Real));
        yield return new("single", float.IsFinite(node.Single ?? float.NaN) ? Invariant(node.Single) : null);
        yield return new("decimal", Invariant(node.Decimal));
        yield return new("flag", node.Flag is { } flag ? flag ? "true" : "false" : null);
        yield return new("mood", Name(node.Mood));
        yield return new("no_mood", node.NoMood is { } mood ? Name(mood) : null);
        yield return new("since", Date(node.Since));
        yield return new("age", node.Age is { } age ? Invariant(age.Ticks / 10_000_000m) : null);
        yield return new("address", node.Address?.ToString());
        yield return IsWeb(node.Home) ? new("home", node.Home!.AbsoluteUri) : new("home_text", node.Home?.OriginalString);
        yield return Uri.TryCreate(node.Page, UriKind.Absolute, out var page) && IsWeb(page)
            ? new("page", page.AbsoluteUri)
            : new("page_text", node.Page);
        yield return new("secret", node.Secret);

        foreach (var row in (node.Rows ?? []).Where(static row => row.Id.Length > 0))
        {
            var id = Underscores().Replace(HostileText.Whole(row.Id), static match => match.Value is "%" ? "%25" : "%5F");
            yield return new($"rows_{id}___count", Invariant(row.Count));
            yield return new($"rows_{id}___link", IsWeb(row.Link) ? row.Link!.AbsoluteUri : "");
            yield return new($"rows_{id}___mood", Name(row.Mood));
        }

        foreach (var (label, value) in node.Labels ?? new Dictionary<string, string?>())
            yield return new($"label-{HostileText.Whole(label)}", value);

        yield return new("limits_cpu", node.Limits?.Cpu is { } cpu ? Invariant(cpu) : null);
        yield return new("limits_memory", node.Limits?.Memory);
    }

    private JsonObject Stamped(JsonNode value) => new() { ["timestamp"] = _time, ["value"] = value };

    private IEnumerable<(string Date, double Value)> Single(double? value) =>
        double.IsFinite(value ?? double.NaN) ? [(_time, value!.Value)] : [];

    private static JsonObject Metric(List<(string Date, double Value)> samples, double? min = null, double? max = null) =>
        samples.Count == 0
            ? []
            : new()
            {
                ["samples"] = new JsonArray(
                [
                    .. samples.Select(
                        static sample => new JsonObject { ["date"] = sample.Date, ["value"] = sample.Value }),
                ]),
                ["min"] = min ?? samples.Min(static sample => sample.Value),
                ["max"] = max ?? samples.Max(static sample => sample.Value),
            };

    private static JsonArray Set(IEnumerable<string?> texts) =>
    [
        .. texts.OfType<string>()
            .Select(HostileText.Whole)
            .Distinct()
            .OrderBy(static text => Convert.ToHexString(Encoding.UTF8.GetBytes(text)), StringComparer.Ordinal)
            .Select(static text => JsonValue.Create(text)),
    ];

    private static IEnumerable<string> NotEmpty(IEnumerable<string?> ids) =>
        ids.OfType<string>().Where(static id => id.Length > 0).Select(HostileText.Whole);

    private static JsonObject WithoutEmpty(JsonObject members)
    {
        var empty = members
            .Where(static member => member.Value is JsonObject { Count: 0 } or JsonArray { Count: 0 })
            .ToList();
        foreach (var (name, _) in empty)
            members.Remove(name);
        return members;
    }

    private static KeyValuePair<string, JsonNode?> Pair(string key, JsonNode value) => new(key, value);

    /// <summary>Whether Scope would take the text for more than one part of an id.</summary>
    private static bool IsCut(string id) => id.Contains(';', StringComparison.Ordinal);

    private static bool IsWeb(Uri? uri) => uri is { IsAbsoluteUri: true, Scheme: "http" or "https" };

    private static string? Number(double value) => double.IsFinite(value) ? Invariant(value) : null;

    private static string Invariant(IFormattable? value) => value!.ToString(null, CultureInfo.InvariantCulture);

    private static string Name(Mood mood) => mood switch
    {
        Mood.Good => "Good",
        Mood.Bad => "Bad",
        _ => Invariant((int)mood),
    };

    private static string Date(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"%|(?<=_)_|_\z")]
    private static partial Regex Underscores();
}
