using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Emission;

/// <summary>Writes the class, within a report's context, that writes the report.</summary>
internal static class ConverterEmitter
{
    /// <summary>Adds the converter of <paramref name="report"/> to <paramref name="code"/>.</summary>
    public static void Emit(CodeWriter code, ReportModel report) =>
        code.Block($"private sealed class ReportConverter : {Names.Converter}<{report.TypeName}>", () =>
        {
            if (!report.IsWritable)
            {
                EmitRead(code, report);
                code.Line();
                EmitRefusal(code, report);
                return;
            }

            EmitNames(code, report);
            EmitRead(code, report);
            code.Line();
            EmitWrite(code, report);
            foreach (var topology in report.Topologies)
                EmitTopology(code, topology);
            EmitHelpers(code, report);
        });

    private static void EmitRead(CodeWriter code, ReportModel report) => code.Lines(
        $"""
        public override {report.TypeName} Read(
            ref {Names.Reader} reader,
            {Names.Type} typeToConvert,
            {Names.Options} options) =>
            throw new {Names.NotSupportedException}(
                "{report.Name} is only ever written: Scope reads it, and sends none back.");
        """);

    private static void EmitRefusal(CodeWriter code, ReportModel report) => code.Lines(
        $"""
        {WriteSignature(report)} =>
            throw new {Names.NotSupportedException}(
                "{report.Name} cannot be written before the errors in its attributes are mended.");
        """);

    private static void EmitNames(CodeWriter code, ReportModel report)
    {
        if (!Metadata(report).Any())
            return;

        code.Lines(
            $"""
            private static readonly {Names.EncodedText} Latest = {Names.EncodedText}.Encode("latest");
            private static readonly {Names.EncodedText} Timestamp = {Names.EncodedText}.Encode("timestamp");
            private static readonly {Names.EncodedText} Value = {Names.EncodedText}.Encode("value");

            """);
    }

    private static void EmitWrite(CodeWriter code, ReportModel report) => code.Block(WriteSignature(report), () =>
    {
        if (report.Topologies.Count > 0)
        {
            code.Lines(
                $"""
                var time = value.{CSharp.Identifier(report.TimeProperty)}.UtcDateTime;
                var timestamp = {Names.EncodedText}.Encode(
                    time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", {Names.CultureInfo}.InvariantCulture));

                """);
        }

        code.Lines(
            $"""
            writer.WriteStartObject();
            {WriteJson("Plugins", ReportJson.Plugins(report.Plugin))}
            """);
        foreach (var topology in report.Topologies)
            code.Lines($"Write{topology.Name}(writer, value.{CSharp.Identifier(topology.PropertyName)}, timestamp);");
        code.Lines("writer.WriteEndObject();");
    });

    private static void EmitTopology(CodeWriter code, TopologyModel topology)
    {
        var node = topology.Node;
        var signature =
            $"""

            private static void Write{topology.Name}(
                {Names.Writer} writer,
                {Names.Enumerable}<{node.TypeName}>? nodes,
                {Names.EncodedText} timestamp)
            """;

        code.Block(signature, () =>
        {
            code.Lines(
                $"""
                writer.WriteStartObject("{topology.Name}"u8);
                writer.WriteStartObject("nodes"u8);
                """);
            code.Block(
                $"foreach (var {(node.CanBeNull ? "element" : "node")} in nodes ?? [])", () => EmitNode(code, topology));
            code.Lines(
                """

                writer.WriteEndObject();
                """);
            if (node.Metadata.Count > 0)
                code.Lines(WriteJson("metadata_templates", ReportJson.MetadataTemplates(node.Metadata)));
            code.Lines("writer.WriteEndObject();");
        });

        if (node.Metadata.Count > 0)
            EmitKeys(code, topology);
    }

    private static void EmitNode(CodeWriter code, TopologyModel topology)
    {
        var node = topology.Node;
        if (node.CanBeNull)
        {
            code.Lines(
                """
                if (element is not { } node)
                    continue;
                """);
        }

        code.Lines(
            $$"""
            if (node.{{CSharp.Identifier(node.IdProperty)}} is not { Length: > 0 } id)
                continue;

            WriteStartOfNode(writer, id, {{CSharp.Literal(topology.NodeIdSuffix)}});
            """);

        // Where every value can be null, an empty "latest" is not worth its bytes.
        if (node.Metadata.Any(static metadata => !metadata.CanBeNull))
        {
            EmitLatest(code, topology);
        }
        else if (node.Metadata.Count > 0)
        {
            var isAnyThere = string.Join(" || ", node.Metadata.Select(static metadata => $"{Value(metadata)} is not null"));
            code.Block($"if ({isAnyThere})", () => EmitLatest(code, topology));
            code.Line();
        }

        code.Lines("writer.WriteEndObject();");
    }

    private static void EmitLatest(CodeWriter code, TopologyModel topology)
    {
        code.Lines("writer.WriteStartObject(Latest);");
        foreach (var metadata in topology.Node.Metadata)
        {
            var key = $"{topology.Name}Keys.{CSharp.Identifier(metadata.PropertyName)}";
            code.Lines($"Write{metadata.Kind}(writer, {key}, timestamp, {Value(metadata)});");
        }

        code.Lines("writer.WriteEndObject();");
    }

    private static void EmitKeys(CodeWriter code, TopologyModel topology)
    {
        code.Line();
        code.Block($"private static class {topology.Name}Keys", () =>
        {
            foreach (var metadata in topology.Node.Metadata)
            {
                code.Lines(
                    $"""
                    public static readonly {Names.EncodedText} {CSharp.Identifier(metadata.PropertyName)} =
                        {Names.EncodedText}.Encode({CSharp.Literal(metadata.Id)}, {Names.RelaxedEncoder});
                    """);
            }
        });
    }

    private static void EmitHelpers(CodeWriter code, ReportModel report)
    {
        if (report.Topologies.Count > 0)
        {
            code.Lines(
                $$"""

                private static void WriteStartOfNode({{Names.Writer}} writer, string id, string suffix)
                {
                    {{Names.Span}}<char> name = stackalloc char[128];
                    var length = id.Length + suffix.Length;
                    if (length > name.Length)
                        name = new char[length];

                    id.CopyTo(name);
                    suffix.CopyTo(name[id.Length..]);
                    writer.WriteStartObject(name[..length]);
                }
                """);
        }

        foreach (var kind in Metadata(report).GroupBy(static metadata => metadata.Kind).OrderBy(static kind => kind.Key))
            EmitHelper(code, kind.Key, kind.Any(static metadata => metadata.CanBeNull));
    }

    private static void EmitHelper(CodeWriter code, ValueKind kind, bool canBeNull)
    {
        var type = kind switch
        {
            ValueKind.Text => "string",
            ValueKind.Integer => "long",
            _ => "ulong",
        };
        var signature =
            $"""

            private static void Write{kind}(
                {Names.Writer} writer,
                {Names.EncodedText} key,
                {Names.EncodedText} timestamp,
                {type}{(canBeNull ? "?" : "")} value)
            """;

        code.Block(signature, () =>
        {
            if (canBeNull)
            {
                code.Lines(
                    """
                    if (value is null)
                        return;

                    """);
            }

            if (kind is not ValueKind.Text)
            {
                code.Lines(
                    $"""
                    // No integer of 64 bits takes more than 20 characters.
                    {Names.Span}<byte> digits = stackalloc byte[20];
                    {Names.Utf8Formatter}.TryFormat(value{(canBeNull ? ".Value" : "")}, digits, out var length);

                    """);
            }

            code.Lines(
                $"""
                writer.WriteStartObject(key);
                writer.WriteString(Timestamp, timestamp);
                writer.WriteString(Value, {(kind is ValueKind.Text ? "value" : "digits[..length]")});
                writer.WriteEndObject();
                """);
        });
    }

    private static string WriteSignature(ReportModel report) =>
        $"""
        public override void Write(
            {Names.Writer} writer,
            {report.TypeName} value,
            {Names.Options} options)
        """;

    private static string WriteJson(string name, string json) =>
        $"""
        writer.WritePropertyName("{name}"u8);
        writer.WriteRawValue(
            {CSharp.Utf8Literal(json)},
            skipInputValidation: true);
        """;

    private static IEnumerable<MetadataModel> Metadata(ReportModel report) =>
        report.Topologies.SelectMany(static topology => topology.Node.Metadata);

    private static string Value(MetadataModel metadata) => $"node.{CSharp.Identifier(metadata.PropertyName)}";
}
