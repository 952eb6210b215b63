using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Diagnostics;
using VolumeCount.Generators.Emission;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.Symbols;

/// <summary>Reads what the attributes of templates have in common.</summary>
internal sealed class TemplateReader(SymbolReader symbols)
{
    private const double DefaultPriority = 1;

    /// <summary>The template's id; the property's name in snake case if none is given.</summary>
    public string Id(AttributedProperty property) =>
        Text(property, "Id", DiagnosticDescriptors.IdEmpty) ?? Words.ToSnakeCase(property.Name);

    /// <summary>The text that names the template to people; the property's name in words if none is given.</summary>
    public string Label(AttributedProperty property, string argument = "Label") =>
        Text(property, argument, DiagnosticDescriptors.LabelEmpty) ?? Words.ToLabel(property.Name);

    /// <summary>The text of an argument; null without it. A blank one is reported as <paramref name="empty"/>.</summary>
    public string? Text(AttributedProperty property, string argument, DiagnosticDescriptor empty)
    {
        var text = property.Attribute.Get<string>(argument);
        if (text is not null && string.IsNullOrWhiteSpace(text))
            symbols.Report(empty, property.Attribute.LocationOf(argument), property.Name);

        return text;
    }

    /// <summary>The name of the member of an enumeration; null where none is given, or one that does not exist.</summary>
    public string? Member(AttributedProperty property, string argument)
    {
        if (!property.Attribute.TryGet(argument, out var value))
            return null;

        var member = SymbolReader.MemberOf(value);
        if (member is null)
        {
            symbols.Report(
                DiagnosticDescriptors.MemberUnknown,
                property.Attribute.LocationOf(argument),
                value.Value?.ToString() ?? "",
                argument,
                property.Name,
                value.Type!.Name);
        }

        return member;
    }

    /// <summary>The template's priority.</summary>
    /// <param name="property">The property.</param>
    /// <param name="canHide">Whether Scope hides what has a high one.</param>
    public double Priority(AttributedProperty property, bool canHide)
    {
        var priority = property.Attribute.Get<double?>("Priority") ?? DefaultPriority;
        var location = property.Attribute.LocationOf("Priority");
        if (double.IsNaN(priority) || double.IsInfinity(priority) || (canHide && priority == Priorities.Omitted))
        {
            symbols.Report(DiagnosticDescriptors.PriorityRefused, location, property.Name, JsonText.Number(priority));
            return DefaultPriority;
        }

        if (canHide && priority >= Priorities.FirstHidden)
            symbols.Report(DiagnosticDescriptors.PriorityHides, location, property.Name, JsonText.Number(priority));

        return priority;
    }

    /// <summary>
    /// Reports an id that is Scope's own, unless it is meant to be, and one that is meant to be and is not.
    /// </summary>
    /// <param name="property">The property.</param>
    /// <param name="id">The id.</param>
    /// <param name="topology">The topology's name.</param>
    /// <param name="isReserved">Whether the plugin may not have the id by accident.</param>
    /// <param name="isShared">Whether the plugin may have it on purpose.</param>
    public void CheckReserved(AttributedProperty property, string id, string topology, bool isReserved, bool isShared)
    {
        var isMeant = property.Attribute.Get<bool>("IsScopeKey");
        if (isMeant && !isShared)
        {
            symbols.Report(
                DiagnosticDescriptors.KeyNotReserved,
                property.Attribute.LocationOf("IsScopeKey"),
                property.Name,
                id,
                topology);
        }

        if (isReserved && !(isMeant && isShared))
        {
            symbols.Report(
                DiagnosticDescriptors.KeyReserved, property.Attribute.LocationOf("Id"), property.Name, id, topology);
        }
    }

    /// <summary>Reports <paramref name="id"/> if <paramref name="owners"/> has it, and adds it otherwise.</summary>
    public void Claim(Dictionary<string, string> owners, string id, AttributedProperty property, string typeName)
    {
        if (!owners.TryGetValue(id, out var owner))
        {
            owners.Add(id, property.Name);
            return;
        }

        symbols.Report(
            DiagnosticDescriptors.TemplateIdTwice, property.Attribute.LocationOf("Id"), property.Name, id, owner, typeName);
    }
}
