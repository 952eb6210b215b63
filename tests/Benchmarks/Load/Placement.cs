namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>
/// The processors of server and client. Left to the kernel, it differs between two servers, and so do their figures.
/// </summary>
internal enum Placement
{
    /// <summary>The kernel's choice.</summary>
    Free,

    /// <summary>The server on the first processor, and the client on the second.</summary>
    Apart,

    /// <summary>Both on the first processor.</summary>
    Together,
}
