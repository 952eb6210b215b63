using VolumeCount.Scope;

namespace VolumeCount.Report;

/// <summary>An image of described containers, so that Scope can group these by it.</summary>
internal readonly record struct ImageNode
{
    /// <summary>The image's id.</summary>
    [NodeId]
    [Metadata(Id = "docker_image_id", Hidden = true, IsScopeKey = true)]
    public required string Id { get; init; }

    /// <summary>Scope's own probes do not report images on such a node.</summary>
    [Standalone]
    public bool IsStandalone => Id.Length > 0;

    /// <summary>The image's name, without its tag.</summary>
    [Metadata(Id = "docker_image_name", Hidden = true, IsScopeKey = true)]
    public required string Name { get; init; }

    /// <summary>The image's tag.</summary>
    [Metadata(Id = "docker_image_tag", Hidden = true, IsScopeKey = true)]
    public string? Tag { get; init; }
}
