namespace VolumeCount.Scope.Contract;

/// <summary>The outcome of the check of a rule.</summary>
public enum CheckOutcome
{
    /// <summary>The plugin follows the rule.</summary>
    Passed,

    /// <summary>The plugin deviates from the rule, and Scope ignores or tolerates it.</summary>
    Warning,

    /// <summary>The plugin breaks the rule.</summary>
    Failed,

    /// <summary>An earlier failure ended the check.</summary>
    NotReached,

    /// <summary>The rule cannot be checked here.</summary>
    NotChecked,
}
