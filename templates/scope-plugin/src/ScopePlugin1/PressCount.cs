namespace ScopePlugin1;

/// <summary>Counts the presses of the button, on any thread.</summary>
public sealed class PressCount
{
    private int _value;

    /// <summary>How often the button was pressed.</summary>
    public int Value => Volatile.Read(ref _value);

    /// <summary>Adds one.</summary>
    public void Increment() => Interlocked.Increment(ref _value);
}
