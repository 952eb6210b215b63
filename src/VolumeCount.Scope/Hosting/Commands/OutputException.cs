namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>The standard output cannot be written: the disk is full, or it is closed.</summary>
/// <param name="message">The system's reason.</param>
/// <param name="innerException">The failure.</param>
internal sealed class OutputException(string message, Exception innerException) : Exception(message, innerException);
