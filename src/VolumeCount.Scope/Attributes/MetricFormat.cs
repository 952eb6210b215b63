namespace VolumeCount.Scope;

/// <summary>How Scope's page writes a metric's values: the <c>format</c> of its <c>metric_templates</c> entry.</summary>
public enum MetricFormat
{
    /// <summary>As a number.</summary>
    Number,

    /// <summary><c>percent</c>: the value is of 100.</summary>
    Percent,

    /// <summary><c>filesize</c>: the value is in bytes.</summary>
    FileSize,

    /// <summary><c>integer</c>: without decimal places.</summary>
    WholeNumber,
}
