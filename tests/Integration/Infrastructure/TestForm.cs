namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>
/// In which forms of the plugin a test runs: in the process unless it says otherwise. <c>./test</c> selects by this trait.
/// </summary>
internal static class TestForm
{
    /// <summary>The trait's name.</summary>
    public const string Name = "Form";

    /// <summary>A test of the image alone.</summary>
    public const string Image = "image";

    /// <summary>A test that is run on the process, and once more on the image.</summary>
    public const string Any = "any";
}
