using System.Net;
using System.Text.RegularExpressions;

namespace VolumeCount.Engines.Docker;

/// <summary>The version of Docker's API that requests name where an engine demands one.</summary>
internal static partial class ApiVersion
{
    /// <summary>The newest version that the plugin knows. What it reads of an answer has been the same since 1.24.</summary>
    public const string Newest = "1.52";

    /// <summary>The version to try after a request was refused.</summary>
    /// <param name="tried">The version that the request had; null without one.</param>
    /// <param name="refusal">The engine's answer.</param>
    /// <returns>The version; null when the refusal is not about the version.</returns>
    public static string? Next(string? tried, DockerStatusException refusal)
    {
        if (refusal.Status is not (HttpStatusCode.BadRequest or HttpStatusCode.NotFound))
            return null;

        // "client version 1.43 is too old. Minimum supported API version is 1.44", and the same with "too new" and
        // "Maximum".
        var next = Demanded().Match(refusal.Message) is { Success: true } demanded
            ? demanded.Groups[1].Value
            : tried is null ? Older(refusal.ApiVersion, Newest) : null;
        return next == tried ? null : next;
    }

    private static string Older(string? version, string newest) =>
        Version.TryParse(version, out var parsed) && parsed < Version.Parse(newest) ? version : newest;

    [GeneratedRegex(@"M(?:in|ax)imum supported API version is (\d{1,3}\.\d{1,3})")]
    private static partial Regex Demanded();
}
