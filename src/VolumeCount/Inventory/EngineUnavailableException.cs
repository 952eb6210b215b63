namespace VolumeCount.Inventory;

/// <summary>An engine could not be asked. The message is human-readable: the cause, and how to fix it.</summary>
internal class EngineUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Whether the engine answered, though not what was asked for: the engine itself is running.</summary>
    public virtual bool HasAnswered { get; init; }
}
