namespace VolumeCount.Inventory;

/// <summary>Docker could not be asked. The message says why and what to do, in words for an operator.</summary>
internal sealed class DockerUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException);
