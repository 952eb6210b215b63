using System.Reflection;

namespace VolumeCount.Generators.Diagnostics;

/// <summary>Makes the addresses of the diagnostics' documentation.</summary>
internal static class HelpLink
{
    // From the build, so that a fork's links lead to the fork.
    private static readonly string? Repository = typeof(HelpLink).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(static attribute => attribute.Key is "RepositoryUrl")?.Value;

    /// <summary>
    /// The address of a page in the repository that the assembly was built from; the page's path if that is not known.
    /// </summary>
    public static string Of(string page) => Of(Repository, page);

    /// <inheritdoc cref="Of(string)"/>
    /// <param name="repository">The repository's address.</param>
    /// <param name="page">The page's path in the repository, with or without a fragment.</param>
    public static string Of(string? repository, string page) =>
        Uri.TryCreate(repository, UriKind.Absolute, out var address)
            && address.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? $"{address.Scheme}://{address.Authority}"
                + $"{address.AbsolutePath.TrimEnd('/').TrimSuffix(".git")}/blob/HEAD/{page}"
            : page;

    private static string TrimSuffix(this string text, string suffix) =>
        text.EndsWith(suffix, StringComparison.Ordinal) ? text.Substring(0, text.Length - suffix.Length) : text;
}
