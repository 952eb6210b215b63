namespace ScopePlugin1;

/// <summary>Counts how often the button was pressed. Any thread may use it.</summary>
public sealed class PressCount
{
    private int _value;

    /// <summary>The number of times that the button was pressed.</summary>
    public int Value => Volatile.Read(ref _value);

    /// <summary>Adds one.</summary>
    public void Increment() => Interlocked.Increment(ref _value);
}
