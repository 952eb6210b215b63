using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VolumeCount.Tests.Unit.Generators.Harness;

/// <summary>Compares JSON byte for byte, with a message that shows all that differs.</summary>
internal static class JsonDifference
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Fails unless the two are the same text.</summary>
    public static void AssertNone(string expected, string actual)
    {
        if (expected == actual)
            return;

        var difference = Of(Lines(expected), Lines(actual));
        Assert.True(difference.Length == 0, $"Lines with '-' are expected, and lines with '+' are written:\n{difference}");
        Assert.Equal(expected, actual);
    }

    /// <summary>The lines that only one of the two has, in their order.</summary>
    internal static string Of(string[] expected, string[] actual)
    {
        // The length of the longest common subsequence of what follows each pair of lines.
        var common = new int[expected.Length + 1, actual.Length + 1];
        for (var i = expected.Length - 1; i >= 0; i--)
        {
            for (var j = actual.Length - 1; j >= 0; j--)
            {
                common[i, j] = expected[i] == actual[j]
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<string>();
        var (left, right) = (0, 0);
        while (left < expected.Length || right < actual.Length)
        {
            if (left < expected.Length && right < actual.Length && expected[left] == actual[right])
            {
                (left, right) = (left + 1, right + 1);
            }
            else if (right == actual.Length
                || (left < expected.Length && common[left + 1, right] >= common[left, right + 1]))
            {
                lines.Add($"- {expected[left++]}");
            }
            else
            {
                lines.Add($"+ {actual[right++]}");
            }
        }

        return string.Join('\n', lines);
    }

    private static string[] Lines(string json) => JsonNode.Parse(json)!.ToJsonString(Indented).Split('\n');
}
