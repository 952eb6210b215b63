namespace VolumeCount.Scope.Contract;

/// <summary>What a check came to.</summary>
internal enum CheckOutcome
{
    /// <summary>The plugin keeps to the rule.</summary>
    Passed,

    /// <summary>The plugin breaks the rule.</summary>
    Failed,

    /// <summary>What came before ended the check.</summary>
    NotReached,

    /// <summary>It cannot be known here.</summary>
    NotChecked,
}
