extern alias Generators;
using System.Globalization;
using System.Reflection;
using Generators::VolumeCount.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

public sealed class DescriptorTests
{
    private static readonly DiagnosticDescriptor[] Descriptors =
    [
        .. typeof(DiagnosticDescriptors).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    [Fact]
    public void Ids_AreNumberedWithoutAGap() => Assert.Equal(
        Enumerable.Range(1, Descriptors.Length).Select(number => $"VOLC{number:000}"),
        Descriptors.Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Descriptors_AreEnabledAndSayWhatIsWrongAndWhatToDo() => Assert.All(Descriptors, descriptor =>
    {
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.Matches("^[A-Z].{5,}[^.]$", descriptor.Title.ToString(CultureInfo.InvariantCulture));
        Assert.Matches(@"\{0\}.*\.$", descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture));
    });

    [Theory]
    [InlineData("https://example.org/owner/name", "https://example.org/owner/name/blob/HEAD/docs/page.md#a")]
    [InlineData("https://example.org/owner/name.git", "https://example.org/owner/name/blob/HEAD/docs/page.md#a")]
    [InlineData(
        "https://user:secret@example.org:8443/owner/name/", "https://example.org:8443/owner/name/blob/HEAD/docs/page.md#a")]
    [InlineData("file:///srv/name.git", "docs/page.md#a")]
    [InlineData("git@example.org:owner/name.git", "docs/page.md#a")]
    [InlineData("", "docs/page.md#a")]
    [InlineData(null, "docs/page.md#a")]
    public void HelpLink_LeadsToTheRepositoryOfTheBuild(string? repository, string expected) =>
        Assert.Equal(expected, HelpLink.Of(repository, "docs/page.md#a"));

    [Fact]
    public void Descriptors_HaveASectionInTheDocumentation()
    {
        var headings = File.ReadAllLines(Path.Combine(Repository.Root, "docs/diagnostics.md"))
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => HelpLink.Of($"docs/diagnostics.md#{line[3..].ToLowerInvariant()}"));

        Assert.Equal(
            headings.Order(StringComparer.Ordinal),
            Descriptors.Select(descriptor => descriptor.HelpLinkUri).Order(StringComparer.Ordinal));
    }
}
