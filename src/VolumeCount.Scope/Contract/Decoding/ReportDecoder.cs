using System.Buffers;
using System.Text.Json;
using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Contract.Model;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Scope.Contract.Decoding;

/// <summary>Decodes a report, field by field, as Scope's probe does (Scope 1.13.2: report/report.go, topology.go).</summary>
internal sealed class ReportDecoder
{
    /// <summary>The deepest nesting of a report. Scope has no limit, and its own reports have a depth of 10.</summary>
    private const int MaxDepth = 256;

    private static readonly byte[] ByteOrderMark = [0xef, 0xbb, 0xbf];

    private readonly JsonCursor _cursor;
    private readonly NodeDecoder _nodes;
    private readonly TemplateDecoder _templates;
    private readonly Dictionary<string, Dictionary<string, ReportedNode>> _nodesByTopology = [];

    private ReportDecoder(FindingList findings, DateTime now)
    {
        _cursor = new JsonCursor(findings);
        _nodes = new NodeDecoder(_cursor, now);
        _templates = new TemplateDecoder(_cursor);
    }

    /// <summary>
    /// Decodes the body of a response, and adds all faults to the findings. Nodes without their contents take a fraction of
    /// the memory.
    /// </summary>
    /// <exception cref="ContractViolationException">Scope would not accept the report.</exception>
    public static ScopeReport Decode(ReadOnlySpan<byte> body, DateTime now, FindingList findings, bool keepsNodes = true)
    {
        var decoder = new ReportDecoder(findings, now);
        ScopeReport report;
        try
        {
            using var document = decoder.Parse(body, findings, keepsNodes);
            report = decoder.Report(document.RootElement);
        }
        catch (InvalidOperationException)
        {
            // A string is checked for valid Unicode only when its text is read.
            decoder._cursor.Refuse("holds text that is not Unicode");
            report = new ScopeReport();
        }

        return decoder._cursor.Refusal is { } refusal
            ? throw new ContractViolationException(ContractRule.Types, $"decoding error: {refusal}")
            : report;
    }

    private JsonDocument Parse(ReadOnlySpan<byte> body, FindingList findings, bool withNodes)
    {
        if (body.StartsWith(ByteOrderMark))
            throw NotJson("begins with a byte order mark, which JSON must not have");

        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            var document = withNodes ? JsonDocument.ParseValue(ref reader) : ParseWithoutNodes(body, ref reader);
            if (!body[(int)reader.BytesConsumed..].Trim(" \t\r\n"u8).IsEmpty)
            {
                findings.Warn(
                    ContractRule.Json,
                    null,
                    $"more follows the report's end at byte {reader.BytesConsumed}, although Scope ignores it");
            }

            return document;
        }
        catch (JsonException e)
        {
            var reason = e.Message.Split(" LineNumber:")[0].TrimEnd('.');
            throw NotJson($"is not JSON, at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {reason}");
        }

        ContractViolationException NotJson(string what)
        {
            findings.Add(ContractRule.Json, "$", what);
            return new ContractViolationException(ContractRule.Json, $"decoding error: {what}");
        }
    }

    /// <summary>
    /// Decodes the nodes one at a time, and then parses the rest: a document with all of them takes several times the memory
    /// of the body.
    /// </summary>
    private JsonDocument ParseWithoutNodes(ReadOnlySpan<byte> body, ref Utf8JsonReader reader)
    {
        var rest = new ArrayBufferWriter<byte>();
        var restStart = 0;
        var topology = "";
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
        }
        else
        {
            while (reader.Read() && reader.CurrentDepth > 0)
            {
                if (reader.TokenType != JsonTokenType.PropertyName)
                    continue;

                if (reader.CurrentDepth == 1)
                {
                    topology = reader.GetString()!;
                }
                else if (reader.CurrentDepth == 2
                    && reader.ValueTextEquals("nodes"u8)
                    && TopologyFormats.ByName.ContainsKey(topology))
                {
                    reader.Read();
                    if (reader.TokenType != JsonTokenType.StartObject)
                        continue;

                    rest.Write(body[restStart..(int)reader.BytesConsumed]);
                    DecodeNodes(topology, ref reader);
                    restStart = (int)reader.TokenStartIndex;
                }
            }
        }

        rest.Write(body[restStart..(int)reader.BytesConsumed]);
        return JsonDocument.Parse(rest.WrittenMemory, new JsonDocumentOptions { MaxDepth = MaxDepth });
    }

    private void DecodeNodes(string topology, ref Utf8JsonReader reader)
    {
        var nodes = _nodesByTopology[topology] = [];
        _cursor.Enter(topology);
        _cursor.Enter("nodes");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var id = reader.GetString()!;
            reader.Read();
            using var node = JsonDocument.ParseValue(ref reader);
            _cursor.Add(nodes, id, node.RootElement, element =>
            {
                _nodes.Node(element);
                return ReportedNode.Empty;
            });
        }

        _cursor.Leave();
        _cursor.Leave();
    }

    private ScopeReport Report(JsonElement element) => _cursor.Read(element, fields =>
    {
        fields.Timestamp("TS");
        fields.Text("ID");
        fields.Integer("Window");
        fields.Flag("Shortcut");
        fields.Take("Sampling", Sampling);
        fields.Map("DNS", Names);
        fields.Map("nodes", Names);

        // Scope keeps the plugins by id, so that of two with the same one only the last is left.
        var plugins = fields.List("Plugins", Plugin).GroupBy(plugin => plugin.Id).Select(group => group.Last());
        var topologies = new Dictionary<string, ReportedTopology>();
        foreach (var name in TopologyFormats.ByName.Keys)
        {
            if (fields.Take(name, Topology) is { } topology)
            {
                topologies[name] = _nodesByTopology.TryGetValue(name, out var nodes)
                    ? topology with { Nodes = nodes }
                    : topology;
            }
        }

        return new ScopeReport { Plugins = [.. plugins], Topologies = topologies };
    });

    private PluginSpec Plugin(JsonElement element) => _cursor.Read(element, fields =>
    {
        fields.Text("description");
        fields.Text("status");
        return new PluginSpec(
            fields.Text("id"), fields.Text("label"), fields.Texts("interfaces"), fields.Text("api_version"));
    });

    private ReportedTopology Topology(JsonElement element) => _cursor.Read(element, fields =>
    {
        fields.Text("shape");
        fields.Text("tag");
        fields.Text("label");
        fields.Text("label_plural");
        return new ReportedTopology
        {
            Nodes = fields.Map("nodes", _nodes.Node),
            MetadataTemplates = fields.Map("metadata_templates", _templates.Metadata),
            MetricTemplates = fields.Map("metric_templates", _templates.Metric),
            TableTemplates = fields.Map("table_templates", _templates.Table),
            Controls = fields.Map("controls", _templates.Control),
        };
    });

    private long Sampling(JsonElement element) =>
        _cursor.Read(element, fields => fields.Take("Count", Unsigned) + fields.Take("Total", Unsigned));

    private long Unsigned(JsonElement element)
    {
        var number = _cursor.Integer(element);
        if (number < 0)
            _cursor.Refuse("must not be negative");
        return number;
    }

    private int Names(JsonElement element) =>
        _cursor.Read(element, fields => fields.Texts("forward").Count + fields.Texts("reverse").Count);
}
