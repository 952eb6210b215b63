using System.Text;

namespace VolumeCount.Tests.Emulation;

/// <summary>The order of strings in Scope, which compares their UTF-8 bytes. It differs from that of UTF-16.</summary>
internal sealed class CodePointOrder : IComparer<string>
{
    public static CodePointOrder Instance { get; } = new();

    public static int Compare(string left, string right) =>
        string.CompareOrdinal(left, right) is 0 and var same
            ? same
            : Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));

    int IComparer<string>.Compare(string? left, string? right) => Compare(left!, right!);
}
