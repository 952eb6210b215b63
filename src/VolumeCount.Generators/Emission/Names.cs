namespace VolumeCount.Generators.Emission;

/// <summary>The full names of what emitted code uses.</summary>
internal static class Names
{
    public const string GeneratedCode = "global::System.CodeDom.Compiler.GeneratedCode";
    public const string Type = "global::System.Type";
    public const string Span = "global::System.Span";
    public const string CultureInfo = "global::System.Globalization.CultureInfo";
    public const string NotSupportedException = "global::System.NotSupportedException";
    public const string Enumerable = "global::System.Collections.Generic.IEnumerable";
    public const string Utf8Formatter = "global::System.Buffers.Text.Utf8Formatter";
    public const string RelaxedEncoder = "global::System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping";
    public const string EncodedText = "global::System.Text.Json.JsonEncodedText";
    public const string Options = "global::System.Text.Json.JsonSerializerOptions";
    public const string Reader = "global::System.Text.Json.Utf8JsonReader";
    public const string Writer = "global::System.Text.Json.Utf8JsonWriter";
    public const string Context = "global::System.Text.Json.Serialization.JsonSerializerContext";
    public const string Converter = "global::System.Text.Json.Serialization.JsonConverter";
    public const string MetadataServices = "global::System.Text.Json.Serialization.Metadata.JsonMetadataServices";
    public const string Resolver = "global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver";
    public const string TypeInfo = "global::System.Text.Json.Serialization.Metadata.JsonTypeInfo";
    public const string MetadataTemplate = "global::VolumeCount.Attributes.MetadataTemplate";
}
