namespace VolumeCount.Scope;

/// <summary>
/// How Scope's page draws a value: the <c>dataType</c> of a row or a column. In the cells of a table only <c>number</c> and
/// <c>link</c> have an effect; every other value is drawn as it is.
/// </summary>
public enum DataType
{
    /// <summary>The data type of the property's type; see <see cref="MetadataAttribute"/>.</summary>
    FromType,

    /// <summary>As it is.</summary>
    Text,

    /// <summary><c>number</c>: aligned to the right, and sorted as a number.</summary>
    Number,

    /// <summary><c>ip</c>: an IP address, sorted as one. Scope's page cannot sort one without a digit.</summary>
    Ip,

    /// <summary><c>datetime</c>: a moment in RFC 3339, drawn as the time since then: "2 minutes ago".</summary>
    DateTime,

    /// <summary><c>duration</c>: a number of seconds, drawn in words: "3 hours".</summary>
    Duration,

    /// <summary>
    /// <c>link</c>: a web address that can be clicked. Scope puts the value into its page without a check, so the generated
    /// code writes only absolute http and https addresses as links.
    /// </summary>
    Link,
}
