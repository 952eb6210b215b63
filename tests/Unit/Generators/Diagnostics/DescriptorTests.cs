using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using VolumeCount.Generators;
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

    [Fact]
    public void Descriptors_HaveASectionInTheDocumentation()
    {
        var headings = File.ReadAllLines(Path.Combine(Repository.Root, "docs/diagnostics.md"))
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => $"docs/diagnostics.md#{line[3..].ToLowerInvariant()}");

        Assert.Equal(
            headings.Order(StringComparer.Ordinal),
            Descriptors.Select(descriptor => descriptor.HelpLinkUri).Order(StringComparer.Ordinal));
    }
}
