namespace VolumeCount.Generators.Emission;

/// <summary>The full names that emitted code uses in several places.</summary>
internal static class Names
{
    public const string Type = "global::System.Type";
    public const string ArgumentNullException = "global::System.ArgumentNullException";
    public const string NotSupportedException = "global::System.NotSupportedException";
    public const string Options = "global::System.Text.Json.JsonSerializerOptions";
    public const string MetadataServices = "global::System.Text.Json.Serialization.Metadata.JsonMetadataServices";
    public const string Resolver = "global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver";
    public const string TypeInfo = "global::System.Text.Json.Serialization.Metadata.JsonTypeInfo";
    public const string ControlRouter = "global::VolumeCount.Scope.Controls.ControlRouter";
    public const string LatestKey = "global::VolumeCount.Scope.Writing.LatestKey";
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
