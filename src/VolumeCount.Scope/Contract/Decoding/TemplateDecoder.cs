using System.Text.Json;
using VolumeCount.Scope.Contract.Model;

namespace VolumeCount.Scope.Contract.Decoding;

/// <summary>
/// Decodes the templates and controls of a topology (Scope 1.13.2: report/metadata_template.go, metric_template.go,
/// table.go, controls.go).
/// </summary>
internal sealed class TemplateDecoder(JsonCursor cursor)
{
    public MetadataTemplate Metadata(JsonElement element) => cursor.Read(element, fields =>
    {
        // The length to which the page shortens a value is not checked, but must decode.
        fields.Integer("truncate");
        return new MetadataTemplate(
            fields.Text("id"),
            fields.Text("label"),
            fields.Text("dataType"),
            fields.Number("priority"),
            fields.Text("from"));
    });

    public MetricTemplate Metric(JsonElement element) => cursor.Read(element, fields =>
    {
        fields.Text("group");
        return new MetricTemplate(fields.Text("id"), fields.Text("label"), fields.Text("format"), fields.Number("priority"));
    });

    public TableTemplate Table(JsonElement element) => cursor.Read(element, fields => new TableTemplate(
        fields.Text("id"),
        fields.Text("label"),
        fields.Text("prefix"),
        fields.Text("type"),
        fields.List("columns", Column),
        fields.Map("fixedRows", cursor.Text)));

    public Control Control(JsonElement element) => cursor.Read(element, fields =>
    {
        fields.Text("confirmation");
        return new Control(fields.Text("id"), fields.Text("human"), fields.Text("icon"), fields.Integer("rank"));
    });

    private TableColumn Column(JsonElement element) =>
        cursor.Read(element, fields => new TableColumn(fields.Text("id"), fields.Text("label"), fields.Text("dataType")));
}
