using System.Net;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Docker;

/// <summary>An engine answered with another status than 200.</summary>
internal sealed class DockerStatusException : EngineUnavailableException
{
    /// <param name="status">The status.</param>
    /// <param name="text">The first line of the answer.</param>
    /// <param name="apiVersion">
    /// The newest version of the API that the engine supports; null when the answer does not have it.
    /// </param>
    public DockerStatusException(HttpStatusCode status, string text, string? apiVersion)
        : base($"it answered with status {(int)status}{(text.Length > 0 ? $": {text}" : "")}")
    {
        Status = status;
        ApiVersion = apiVersion;
        HasAnswered = true;
    }

    /// <summary>The status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The newest version of the API that the engine supports; null when the answer does not have it.</summary>
    public string? ApiVersion { get; }
}
