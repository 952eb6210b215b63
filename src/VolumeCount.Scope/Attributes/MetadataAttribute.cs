namespace VolumeCount.Scope;

/// <summary>
/// Shows a property of a node as a row in the node's panel: a value in <c>latest</c>, <c>sets</c> or <c>counters</c>, and
/// the <c>metadata_templates</c> entry by which Scope draws it. A value that is null is left out, and so is its row.
/// </summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>Type of the property</term><description>Value and <c>dataType</c></description></listheader>
/// <item><term><see cref="string"/></term><description>as it is</description></item>
/// <item><term>an integer of at most 64 bits</term><description><c>number</c></description></item>
/// <item><term><see cref="double"/>, <see cref="float"/>, <see cref="decimal"/></term>
/// <description><c>number</c>; NaN and the infinities are left out</description></item>
/// <item><term><see cref="bool"/></term><description><c>true</c> or <c>false</c></description></item>
/// <item><term>an enumeration</term><description>the member's name; those of several flags with commas between them; a value
/// without a member in digits</description></item>
/// <item><term><see cref="DateTimeOffset"/></term><description><c>datetime</c>, in UTC</description></item>
/// <item><term><see cref="TimeSpan"/></term><description><c>duration</c>, in seconds</description></item>
/// <item><term><see cref="System.Net.IPAddress"/></term><description><c>ip</c></description></item>
/// <item><term><see cref="Uri"/></term><description><c>link</c>, if it is absolute and http or https. Any other is plain
/// text: a value and a row of its own, whose id ends in <c>_text</c></description></item>
/// <item><term>a collection of strings</term><description>the <c>sets</c> entry, in the order that Scope needs and each
/// once; nothing where it is empty</description></item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// [Metadata(Label = "# Volumes", Priority = 0.1)]
/// public required int VolumeCount { get; init; }
/// </code>
/// is the row <c>volume_count</c>, labelled <c># Volumes</c>.
/// </example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MetadataAttribute : Attribute
{
    /// <summary>
    /// The template's <c>id</c>, and the key of the value. By default the property's name in snake case: <c>VolumeCount</c>
    /// is <c>volume_count</c>.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>
    /// The row's <c>label</c>. By default the property's name in words: <c>VolumeCount</c> is <c>Volume Count</c>.
    /// </summary>
    public string? Label { get; init; }

    /// <summary>
    /// The row's <c>priority</c>: a lower one is earlier in the panel. Scope hides rows with a priority of 10 or more, or of
    /// 0, behind "+N".
    /// </summary>
    public double Priority { get; init; } = 1;

    /// <summary>The <c>truncate</c> of the row: how many characters of the value Scope shows. All of them if 0.</summary>
    public int Truncate { get; init; }

    /// <summary>The row's <c>dataType</c>, where the one of the property's type is not the right one.</summary>
    public DataType DataType { get; init; }

    /// <summary>The row's <c>from</c>, and the part of the node that has the value.</summary>
    public ValueSource From { get; init; }

    /// <summary>Whether the value is reported without a row: the node has it, and Scope does not draw it.</summary>
    public bool Hidden { get; init; }

    /// <summary>
    /// Whether the id is one of Scope's own on purpose: the plugin reports what Scope's own probe would report. Without
    /// this, such an id is an error.
    /// </summary>
    public bool IsScopeKey { get; init; }
}
