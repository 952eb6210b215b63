namespace VolumeCount.Report;

/// <summary>A plugin gave no report, or one that Scope would not accept. The message says which plugin and what is wrong.</summary>
internal sealed class InvalidReportException(string message, Exception? innerException = null)
    : Exception(message, innerException);
