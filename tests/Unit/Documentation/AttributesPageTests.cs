using System.Reflection;
using VolumeCount.Scope;
using VolumeCount.Scope.Vocabulary;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Documentation;

/// <summary>The tables of the page on attributes are whole.</summary>
public sealed class AttributesPageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs/attributes.md"));

    public static TheoryData<string> Attributes =>
    [
        .. typeof(PluginAttribute).Assembly.GetTypes()
            .Where(
                static type => type.Namespace == typeof(PluginAttribute).Namespace && type.IsSubclassOf(typeof(Attribute)))
            .Select(static type => type.Name[..^nameof(Attribute).Length]),
    ];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Attribute_HasARowForEachArgument(string name)
    {
        var type = typeof(PluginAttribute).Assembly.GetType($"{typeof(PluginAttribute).Namespace}.{name}Attribute")!;
        var arguments = type.GetConstructors().Single().GetParameters().Select(static parameter => parameter.Name!)
            .Concat(type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Where(static property => property.CanWrite)
                .Select(static property => property.Name));

        Assert.Contains($"`[{name}]`", string.Join('\n', Lines), StringComparison.Ordinal);
        Assert.Equal(arguments, TableOf(name).Select(static cells => cells[0].Trim('`')));
    }

    [Fact]
    public void Topologies_HaveTheirIdFormsAndNames()
    {
        var expected = Enum.GetNames<ScopeTopology>().Select(static name =>
        {
            var form = TopologyFormats.ByName[name].IdForm;
            var parts = form.Parts.Select(static part => part is "Whole" ? "ID" : part.ToUpperInvariant());
            return $"{name} {form.Start}{string.Join(';', parts)}{form.End} {TopologyFormats.ByName[name].NodeName}";
        });

        Assert.Equal(
            expected,
            Table("| topology |").Select(
                static cells => string.Join(' ', cells.Take(3).Select(static cell => cell.Trim('`')))));
    }

    private static IEnumerable<string[]> TableOf(string attribute)
    {
        var own = $"| argument of `[{attribute}]` |";
        if (Lines.Any(line => line.StartsWith(own, StringComparison.Ordinal)))
            return Table(own);

        var section = Lines.SkipWhile(line => line != $"## {attribute}").Skip(1)
            .TakeWhile(static line => !line.StartsWith('#'));

        return Table("| argument |", section);
    }

    private static IEnumerable<string[]> Table(string head, IEnumerable<string>? lines = null) => (lines ?? Lines)
        .SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(static line => line.StartsWith('|'))
        .Select(static line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
}
