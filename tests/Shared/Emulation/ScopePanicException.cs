namespace VolumeCount.Tests.Emulation;

/// <summary>What is done here makes Scope's probe or app panic. The message is the panic's.</summary>
internal sealed class ScopePanicException(string message) : Exception(message);
