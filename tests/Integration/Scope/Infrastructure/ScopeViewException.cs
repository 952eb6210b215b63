namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>Scope broke down while it drew the container view.</summary>
internal sealed class ScopeViewException(string message, Exception? innerException = null)
    : Exception(message, innerException);
