namespace VolumeCount.Attributes;

/// <summary>How Scope's page draws a value: the <c>dataType</c> of a row or a column.</summary>
public enum DataType
{
    /// <summary>As the property's type says; see <see cref="MetadataAttribute"/>.</summary>
    FromType,

    /// <summary>As it is.</summary>
    Text,

    /// <summary><c>number</c>: aligned to the right, and sorted as a number.</summary>
    Number,

    /// <summary><c>ip</c>: an IP address, sorted as one.</summary>
    Ip,

    /// <summary><c>datetime</c>: a moment in RFC 3339, drawn in the browser's time zone.</summary>
    DateTime,

    /// <summary><c>duration</c>: a number of seconds, drawn in words.</summary>
    Duration,

    /// <summary>
    /// <c>link</c>: a web address that can be clicked. Scope puts the value into its page unseen, so the generated code lets only
    /// absolute addresses with http or https pass as one.
    /// </summary>
    Link,
}
