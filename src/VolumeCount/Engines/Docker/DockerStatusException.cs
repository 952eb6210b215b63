using System.Net;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Docker;

/// <summary>An engine answered with another status than 200.</summary>
internal sealed class DockerStatusException : EngineUnavailableException
{
    public DockerStatusException(HttpStatusCode status, string text, string? apiVersion)
        : base($"it answered with status {(int)status}{(text.Length > 0 ? $": {text}" : "")}")
    {
        Status = status;
        ApiVersion = apiVersion;
        HasAnswered = true;
    }

    public HttpStatusCode Status { get; }

    public string? ApiVersion { get; }
}
