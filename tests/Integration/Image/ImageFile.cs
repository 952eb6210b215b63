using System.Formats.Tar;

namespace VolumeCount.Tests.Integration.Image;

/// <summary>One entry of an image's layers.</summary>
internal sealed record ImageFile(
    string Name, TarEntryType Type, UnixFileMode Mode, int Uid, int Gid, long Length, string Digest);
