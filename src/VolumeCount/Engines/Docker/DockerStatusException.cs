using System.Net;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Docker;

/// <summary>An engine answered with another status than 200.</summary>
internal sealed class DockerStatusException(HttpStatusCode status, string text, string? apiVersion)
    : EngineUnavailableException($"it answered with status {(int)status}{(text.Length > 0 ? $": {text}" : "")}")
{
    public HttpStatusCode Status => status;

    public string? ApiVersion => apiVersion;

    public override bool HasAnswered => true;
}
