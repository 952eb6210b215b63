namespace VolumeCount.Scope;

/// <summary>The part of a node that contains a value: the <c>from</c> of its <c>metadata_templates</c> entry.</summary>
public enum ValueSource
{
    /// <summary><c>sets</c> for a collection, <c>latest</c> for everything else.</summary>
    FromType,

    /// <summary><c>latest</c>: a value with the time at which it was true. Of two, Scope shows the newest.</summary>
    Latest,

    /// <summary><c>sets</c>: strings without an order. Scope shows the union of two.</summary>
    Sets,

    /// <summary><c>counters</c>: an integer. Scope shows the sum of two that it merges.</summary>
    Counters,
}
