namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>Thrown when the standard output cannot be written: the disk is full, or the output is closed.</summary>
internal sealed class OutputException(string message, Exception innerException) : Exception(message, innerException);
