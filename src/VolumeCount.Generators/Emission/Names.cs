namespace VolumeCount.Generators.Emission;

/// <summary>The full names of what emitted code uses.</summary>
internal static class Names
{
    public const string GeneratedCode = "global::System.CodeDom.Compiler.GeneratedCode";
    public const string Obsolete = "global::System.Obsolete";
    public const string Type = "global::System.Type";
    public const string ArgumentNullException = "global::System.ArgumentNullException";
    public const string NotSupportedException = "global::System.NotSupportedException";
    public const string InvariantCulture = "global::System.Globalization.CultureInfo.InvariantCulture";
    public const string BufferWriter = "global::System.Buffers.IBufferWriter<byte>";
    public const string ArraySegment = "global::System.ArraySegment";
    public const string ImmutableArray = "global::System.Collections.Immutable.ImmutableArray";
    public const string RelaxedEncoder = "global::System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping";
    public const string Options = "global::System.Text.Json.JsonSerializerOptions";
    public const string Reader = "global::System.Text.Json.Utf8JsonReader";
    public const string JsonWriter = "global::System.Text.Json.Utf8JsonWriter";
    public const string Context = "global::System.Text.Json.Serialization.JsonSerializerContext";
    public const string Converter = "global::System.Text.Json.Serialization.JsonConverter";
    public const string MetadataServices = "global::System.Text.Json.Serialization.Metadata.JsonMetadataServices";
    public const string Resolver = "global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver";
    public const string TypeInfo = "global::System.Text.Json.Serialization.Metadata.JsonTypeInfo";
    public const string PluginDefinition = "global::VolumeCount.Scope.Hosting.PluginDefinition";
    public const string ControlRouter = "global::VolumeCount.Scope.Controls.ControlRouter";
    public const string LatestKey = "global::VolumeCount.Scope.Writing.LatestKey";
    public const string ReportSerializer = "global::VolumeCount.Scope.Writing.ReportSerializer";
    public const string ReportWriter = "global::VolumeCount.Scope.Writing.ReportWriter";

    /// <summary>The members that every context declares.</summary>
    public static readonly string[] EmittedMembers =
    [
        "Controls", "Default", "DefaultOptions", "GeneratedSerializerOptions", "GetTypeInfo", "Nodes",
        "Plugin", "ReportConverter", "Write",
        "_typeInfo",
    ];

    /// <summary>The members of every context, inherited ones included.</summary>
    public static readonly string[] ContextMembers =
    [
        .. EmittedMembers, "Options", "Equals", "Finalize", "GetHashCode", "GetType",
        "MemberwiseClone", "ReferenceEquals", "ToString",
    ];
}
