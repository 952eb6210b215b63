namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>The ids of Scope's nodes.</summary>
internal static class NodeId
{
    public static string OfContainer(string id) => $"{id};<container>";

    public static string OfHost(string name) => $"{name};<host>";
}
