using System.Reflection;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using Docker.DotNet;
using Docker.DotNet.Models;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Engines.Docker;

/// <summary>
/// Docker.DotNet can read hundreds of types from JSON, and the native compiler cannot see that we ask for a few. The file that
/// leaves the others out has to name exactly those: one too many would fail at run time, and one too few only costs bytes.
/// </summary>
public sealed class DockerModelsTests
{
    private const string Title = "Docker's types that the plugin never reads, left out of the native program. Written by DockerModelsTests.";

    // What we get from Docker, or send to it. All that these consist of is needed too.
    private static readonly Type[] Needed =
    [
        typeof(VersionResponse), typeof(Message), typeof(ContainerEventsParameters),
    ];

    private static readonly Assembly Library = typeof(DockerClient).Assembly;

    private static readonly string Path =
        System.IO.Path.Combine(Repository.Root, "src/VolumeCount/Engines/Docker/DockerModels.Substitutions.xml");

    [Fact]
    public void LeftOut_AreAllTypesThatNothingNeeds()
    {
        var expected = Write().ToString();
        var actual = File.Exists(Path) ? XDocument.Load(Path).ToString() : "";

        if (actual != expected && Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path, expected + "\n");
            Assert.Fail($"{Path} was rewritten. Read the difference, and run without UPDATE_GOLDEN.");
        }

        Assert.Equal(expected, actual);
    }

    private static XDocument Write()
    {
        var needed = new HashSet<Type>();
        foreach (var type in Needed)
            AddWithParts(type, needed);
        var contexts = Library.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(JsonSerializerContext)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
        return new XDocument(
            new XComment($" {Title} "),
            new XElement(
                "linker",
                new XElement(
                    "assembly",
                    new XAttribute("fullname", Library.GetName().Name!),
                    contexts.Select(context => new XElement(
                        "type",
                        new XAttribute("fullname", context.FullName!),
                        Factories(context).Where(factory => !IsNeeded(Described(factory), needed)).Select(factory => new XElement(
                            "method", new XAttribute("signature", Signature(factory)), new XAttribute("body", "remove"))))))));
    }

    /// <summary>The methods, written by System.Text.Json's generator, each of which describes one type.</summary>
    private static IEnumerable<MethodInfo> Factories(Type context) => context
        .GetMethods(BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => method.Name.StartsWith("Create_", StringComparison.Ordinal))
        .OrderBy(method => method.Name, StringComparer.Ordinal);

    /// <summary>The method as the native compiler's substitutions name it.</summary>
    private static string Signature(MethodInfo factory) =>
        $"{NameOf(factory.ReturnType)} {factory.Name}({string.Join(',', factory.GetParameters().Select(p => NameOf(p.ParameterType)))})";

    private static string NameOf(Type type)
    {
        if (type.GetElementType() is { } element)
            return $"{NameOf(element)}[]";
        var name = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '/');
        return type.IsGenericType ? $"{name}<{string.Join(',', type.GenericTypeArguments.Select(NameOf))}>" : name;
    }

    private static Type Described(MethodInfo factory) => factory.ReturnType.GenericTypeArguments[0];

    private static void AddWithParts(Type type, HashSet<Type> needed)
    {
        if (!needed.Add(type))
            return;

        foreach (var part in Parts(type))
            AddWithParts(part, needed);
        if (type.Assembly != Library)
            return;
        foreach (var property in type.GetProperties())
            AddWithParts(property.PropertyType, needed);
    }

    /// <summary>Types of .NET cost little; one of Docker's is needed when it is part of what we read.</summary>
    private static bool IsNeeded(Type type, HashSet<Type> needed) =>
        type.Assembly == Library ? needed.Contains(type) : Parts(type).All(part => IsNeeded(part, needed));

    private static Type[] Parts(Type type) =>
        type.GetElementType() is { } element ? [element] : type.GenericTypeArguments;
}
