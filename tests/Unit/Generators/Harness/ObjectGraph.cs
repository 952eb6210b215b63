using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace VolumeCount.Tests.Unit.Generators.Harness;

/// <summary>Walks everything that the generator's steps hand on.</summary>
internal static class ObjectGraph
{
    /// <summary>Fails if a step holds on to anything that keeps a compilation alive or never equals its successor.</summary>
    public static void AssertHoldsNoCompilation(GeneratorRunResult result)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (name, steps) in result.TrackedSteps.Where(static step => TrackedSteps.IsOurs(step.Key)))
        {
            foreach (var (value, _) in steps.SelectMany(static step => step.Outputs))
                Visit(value, name, seen);
        }
    }

    private static void Visit(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Type or Enum or DiagnosticDescriptor || value.GetType().IsPrimitive)
            return;

        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Compilation or SemanticModel or Location, path);
        if (!value.GetType().IsValueType && !seen.Add(value))
            return;

        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Visit(item, path + "[]", seen);
        }

        const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(Fields | BindingFlags.DeclaredOnly))
                Visit(field.GetValue(value), $"{path}.{field.Name}", seen);
        }
    }
}
