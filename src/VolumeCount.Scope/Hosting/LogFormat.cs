namespace VolumeCount.Scope.Hosting;

/// <summary>The format of a log line.</summary>
internal enum LogFormat
{
    Text,

    /// <summary>One JSON object a line, for log collectors.</summary>
    Json,
}
