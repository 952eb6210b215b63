namespace VolumeCount;

/// <summary>How a log line is written.</summary>
internal enum LogFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON object a line, for log collectors.</summary>
    Json,
}
