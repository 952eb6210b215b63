using Microsoft.CodeAnalysis;

namespace VolumeCount.Generators;

/// <summary>Everything that the generator can find wrong. An id is never used again for something else.</summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "VolumeCount";
    private const string Help = "docs/diagnostics.md#";

    public static readonly DiagnosticDescriptor PluginIdRefused = new(
        "VOLC001",
        "Scope refuses the plugin's id",
        "Scope refuses '{0}', the plugin id of '{1}'. Use letters and digits only, in groups that single hyphens join.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc001");

    public static readonly DiagnosticDescriptor LabelEmpty = new(
        "VOLC002",
        "A label is empty",
        "The label of '{0}' is empty. Give it a text that a person can read.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc002");

    public static readonly DiagnosticDescriptor MetadataIdEmpty = new(
        "VOLC003",
        "A metadata id is empty",
        "The metadata id of '{0}' is empty. Name one, or leave it out to have the property's name in snake case.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc003");

    public static readonly DiagnosticDescriptor TemplateIdTwice = new(
        "VOLC004",
        "Two templates have the same id",
        "'{0}' has the template id '{1}', which '{2}' of '{3}' has already. Give one of them another id.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc004");

    public static readonly DiagnosticDescriptor MetadataType = new(
        "VOLC005",
        "Metadata has a type that is not mapped",
        "'{0}' is a '{1}', which metadata cannot be. Make it a string or an integer of at most 64 bits, nullable or not.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc005");

    public static readonly DiagnosticDescriptor NoNodeId = new(
        "VOLC006",
        "A node has no id",
        "The nodes of '{0}' have no id. Mark one string property of '{1}' as [NodeId].",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc006");

    public static readonly DiagnosticDescriptor SeveralNodeIds = new(
        "VOLC007",
        "A node has several ids",
        "'{0}' is the second [NodeId] of '{1}', after '{2}'. Leave only one.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc007");

    public static readonly DiagnosticDescriptor NodeIdType = new(
        "VOLC008",
        "A node's id is not a string",
        "'{0}' is a '{1}', but a [NodeId] is a string. Change its type.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc008");

    public static readonly DiagnosticDescriptor NoReportTime = new(
        "VOLC009",
        "A report has no time",
        "'{0}' does not say when its values were true. Mark one DateTimeOffset property as [ReportTime].",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc009");

    public static readonly DiagnosticDescriptor SeveralReportTimes = new(
        "VOLC010",
        "A report has several times",
        "'{0}' is the second [ReportTime] of '{1}', after '{2}'. Leave only one.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc010");

    public static readonly DiagnosticDescriptor ReportTimeType = new(
        "VOLC011",
        "A report's time is not a DateTimeOffset",
        "'{0}' is a '{1}', but a [ReportTime] is a DateTimeOffset. Change its type.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc011");

    public static readonly DiagnosticDescriptor TopologyTwice = new(
        "VOLC012",
        "A topology is declared twice",
        "'{1}' declares the topology '{0}', which '{2}' does already. Put all of its nodes into one collection.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc012");

    public static readonly DiagnosticDescriptor TopologyNotCollection = new(
        "VOLC013",
        "A topology is not a collection",
        "'{0}' is a '{1}', but a [Topology] is an IEnumerable<T> of nodes, and of one kind of them. Change its type.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc013");

    public static readonly DiagnosticDescriptor PriorityRefused = new(
        "VOLC014",
        "A priority is not a number from 0 on",
        "The priority of '{0}' is {1}. Use a finite number above 0.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc014");

    public static readonly DiagnosticDescriptor PriorityHides = new(
        "VOLC015",
        "A priority hides its row",
        "Scope hides the row of '{0}' behind \"+N\", as its priority is {1}. Use one above 0 and below 10 to show it at once.",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc015");

    public static readonly DiagnosticDescriptor PropertyUnreadable = new(
        "VOLC016",
        "A property cannot be read",
        "'{0}' cannot be reported, as it {1}. Make it an instance property with a getter that is internal or public.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc016");

    public static readonly DiagnosticDescriptor NoContext = new(
        "VOLC017",
        "A report cannot have a context",
        "'{0}' cannot have a context, as {1}. Make it an ordinary class that its whole assembly can see.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc017");

    public static readonly DiagnosticDescriptor TopologyUnknown = new(
        "VOLC018",
        "A topology is not one of Scope's",
        "'{0}', the topology of '{1}', is none that Scope has. Use a member of ScopeTopology.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc018");
}
