namespace VolumeCount.Report;

/// <summary>The name of an image, without its tag, and the tag.</summary>
/// <param name="Name">The name, with the registry if it has one.</param>
/// <param name="Tag">The tag; null where the image has a digest or neither.</param>
internal readonly record struct ImageName(string Name, string? Tag)
{
    /// <summary>Splits a reference such as <c>registry:5000/shop/orders:1.2</c> or <c>orders@sha256:…</c>.</summary>
    public static ImageName Parse(string reference)
    {
        var name = reference.Split('@')[0];
        var colon = name.LastIndexOf(':');
        return colon > name.LastIndexOf('/') ? new ImageName(name[..colon], name[(colon + 1)..]) : new ImageName(name, null);
    }
}
