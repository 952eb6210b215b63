namespace VolumeCount.Inventory.Docker;

/// <summary>Docker could not be asked. The message says why and what to do, in words for an operator.</summary>
internal sealed class DockerUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Whether an engine answered at all, though not what was asked for: then it is there, however long that goes on.</summary>
    public bool HasAnswered { get; init; }
}
