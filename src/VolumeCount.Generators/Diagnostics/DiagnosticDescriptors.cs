using Microsoft.CodeAnalysis;

namespace VolumeCount.Generators.Diagnostics;

/// <summary>The generator's diagnostics. An id is never reused for another fault.</summary>
internal static class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor PluginIdRefused = Create(
        "VOLC001",
        "Invalid plugin id",
        "'{0}', the plugin id of '{1}', is invalid. Use letters and digits, in groups joined by single hyphens.");

    public static readonly DiagnosticDescriptor LabelEmpty = Create(
        "VOLC002",
        "Empty label",
        "The label of '{0}' is empty. Give it a human-readable text.");

    public static readonly DiagnosticDescriptor IdEmpty = Create(
        "VOLC003",
        "Empty id",
        "The id of '{0}' is empty. Give it an id, or leave the argument out to use the property's name in snake case.");

    public static readonly DiagnosticDescriptor TemplateIdTwice = Create(
        "VOLC004",
        "Duplicate template id",
        "'{0}' has the id '{1}', which '{2}' of '{3}' already has. Give one of them another id.");

    public static readonly DiagnosticDescriptor ValueType = Create(
        "VOLC005",
        "Unsupported value type",
        "'{0}' has the type '{1}', which a report cannot hold here. {2}.");

    public static readonly DiagnosticDescriptor NoNodeId = Create(
        "VOLC006",
        "Missing node id",
        "The nodes of '{0}' have no id. {1}.");

    public static readonly DiagnosticDescriptor SeveralNodeIds = Create(
        "VOLC007",
        "Duplicate node id part",
        "'{0}' is the same part of the id of '{1}' as '{2}'. Remove [NodeId] from one of them.");

    public static readonly DiagnosticDescriptor NodeIdType = Create(
        "VOLC008",
        "Unsupported node id type",
        "'{0}' has the type '{1}', but this [NodeId] must be {2}. Change its type.");

    public static readonly DiagnosticDescriptor NoReportTime = Create(
        "VOLC009",
        "Missing report time",
        "'{0}' has no report time. Mark one DateTimeOffset property with [ReportTime].");

    public static readonly DiagnosticDescriptor SeveralReportTimes = Create(
        "VOLC010",
        "Multiple report times",
        "'{0}' is the second [ReportTime] of '{1}', after '{2}'. Remove [ReportTime] from one of them.");

    public static readonly DiagnosticDescriptor ReportTimeType = Create(
        "VOLC011",
        "Unsupported report time type",
        "'{0}' has the type '{1}', but a [ReportTime] must be a DateTimeOffset. Change its type.");

    public static readonly DiagnosticDescriptor TopologyTwice = Create(
        "VOLC012",
        "Duplicate topology",
        "'{1}' declares the topology '{0}', which '{2}' already declares. Put all of its nodes into one collection.");

    public static readonly DiagnosticDescriptor TopologyNotCollection = Create(
        "VOLC013",
        "Unsupported topology type",
        "'{0}' has the type '{1}', but a [Topology] must implement IEnumerable<T> for one type of nodes. Change its type.");

    public static readonly DiagnosticDescriptor PriorityRefused = Create(
        "VOLC014",
        "Invalid priority",
        "The priority of '{0}' is {1}. Use a finite number other than 0.");

    public static readonly DiagnosticDescriptor PriorityHides = Create(
        "VOLC015",
        "Priority hides the row",
        "The priority {1} hides the row of '{0}' behind \"+N\". Use one below 10 to show it at once.",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor PropertyUnreadable = Create(
        "VOLC016",
        "Unreadable property",
        "'{0}' cannot be reported because it {1}. Make it an instance property with an internal or public getter.");

    public static readonly DiagnosticDescriptor NoContext = Create(
        "VOLC017",
        "Unsupported report class",
        "'{0}' cannot have a context because {1}. Make it an ordinary class that the whole assembly can access.");

    public static readonly DiagnosticDescriptor TopologyUnknown = Create(
        "VOLC018",
        "Unknown topology",
        "'{0}', the topology of '{1}', does not exist in Scope. Use a member of ScopeTopology.");

    public static readonly DiagnosticDescriptor NodeIdPartRefused = Create(
        "VOLC019",
        "Invalid node id part",
        "'{0}' is not a part of the ids of '{1}'. Mark the properties that identify its nodes with {2}.");

    public static readonly DiagnosticDescriptor NodeIdPartMissing = Create(
        "VOLC020",
        "Missing node id part",
        "The ids of '{0}' lack a part. Mark a property of '{2}' with [NodeId(NodeIdPart.{1})].");

    public static readonly DiagnosticDescriptor KeyReserved = Create(
        "VOLC021",
        "Reserved key",
        "'{0}' has the id '{1}', which Scope itself uses on nodes of '{2}'. Give it another id.");

    public static readonly DiagnosticDescriptor PrefixTaken = Create(
        "VOLC022",
        "Key begins with a table prefix",
        "'{0}' has the key '{1}', which begins with '{2}', the prefix of the table '{3}', so that Scope takes it "
        + "for a part of that table. Change the key or the prefix.");

    public static readonly DiagnosticDescriptor PrefixReserved = Create(
        "VOLC023",
        "Reserved table prefix",
        "Scope's own keys on nodes of '{3}', such as '{2}', can begin with '{1}', the prefix of '{0}'. Change the prefix.");

    public static readonly DiagnosticDescriptor PrefixEmpty = Create(
        "VOLC024",
        "Empty table prefix",
        "The prefix of '{0}' is empty. Give it a prefix, or leave the argument out to use the table's id and an "
        + "underscore.");

    public static readonly DiagnosticDescriptor ColumnIdSeparator = Create(
        "VOLC025",
        "Column id contains the separator",
        "'{0}' has the id '{1}', which Scope cuts off at '___'. Use an id without three underscores in a row.");

    public static readonly DiagnosticDescriptor NoRowId = Create(
        "VOLC026",
        "Missing row id",
        "The rows of '{0}' have no id. Mark one string property of '{1}' with [RowId].");

    public static readonly DiagnosticDescriptor SeveralRowIds = Create(
        "VOLC027",
        "Multiple row ids",
        "'{0}' is the second [RowId] of '{1}', after '{2}'. Remove [RowId] from one of them.");

    public static readonly DiagnosticDescriptor RowIdType = Create(
        "VOLC028",
        "Unsupported row id type",
        "'{0}' has the type '{1}', but a [RowId] must be a string. Change its type.");

    public static readonly DiagnosticDescriptor TableType = Create(
        "VOLC029",
        "Unsupported table type",
        "'{0}' has the type '{1}', which cannot be a table. Use a collection of objects with [Column] properties, "
        + "a dictionary from strings to single values, or an object with [FixedRow] properties.");

    public static readonly DiagnosticDescriptor DataTypeRefused = Create(
        "VOLC030",
        "Unsupported link type",
        "'{0}' has the type '{1}', which cannot be a link. Use a Uri or a string, or another data type.");

    public static readonly DiagnosticDescriptor SourceRefused = Create(
        "VOLC031",
        "Unsupported value source",
        "'{0}' has the type '{1}', which cannot be in '{2}'. Counters hold integers other than ulong, sets hold "
        + "collections of strings, and latest holds all other values. Change its type or its source.");

    public static readonly DiagnosticDescriptor TruncateNegative = Create(
        "VOLC032",
        "Negative length",
        "The truncate of '{0}' is {1}. Use a number of characters, or 0 to show the whole text.");

    public static readonly DiagnosticDescriptor MetricType = Create(
        "VOLC033",
        "Unsupported metric type",
        "'{0}' has the type '{1}', which a graph cannot show. {2}.");

    public static readonly DiagnosticDescriptor MetricRange = Create(
        "VOLC034",
        "Empty metric range",
        "The min of '{0}' is {1}, above its max, {2}. Swap them.");

    public static readonly DiagnosticDescriptor MetricEnd = Create(
        "VOLC035",
        "Infinite metric range",
        "The {0} of '{1}' is {2}. Use a finite number, or leave the argument out to take the range from the samples.");

    public static readonly DiagnosticDescriptor RelationType = Create(
        "VOLC036",
        "Unsupported relation type",
        "'{0}' has the type '{1}', but the ids of other nodes must be a string or a collection of strings. "
        + "Change its type.");

    public static readonly DiagnosticDescriptor ParentsTwice = Create(
        "VOLC037",
        "Duplicate parents",
        "'{0}' has the parents in the topology '{1}', which '{2}' of '{3}' already has. "
        + "Put all of them into one collection.");

    public static readonly DiagnosticDescriptor SeveralAdjacencies = Create(
        "VOLC038",
        "Multiple adjacencies",
        "'{0}' is the second [Adjacency] of '{1}', after '{2}'. Put all ids into one collection.");

    public static readonly DiagnosticDescriptor ControlType = Create(
        "VOLC039",
        "Unsupported control type",
        "'{0}' has the type '{1}', but a [Control] must be a bool: whether it can be used. Change its type.");

    public static readonly DiagnosticDescriptor NoHandler = Create(
        "VOLC040",
        "Missing control handler",
        "'{0}' has no handler because {1}. Name a static method of the class: Handler = nameof(…).");

    public static readonly DiagnosticDescriptor HandlerShape = Create(
        "VOLC041",
        "Unsupported control handler",
        "'{0}' cannot handle '{1}' because {2}. {3}.");

    public static readonly DiagnosticDescriptor ControlTwice = Create(
        "VOLC042",
        "Duplicate control id",
        "The nodes of '{0}' have the control '{1}', for which those of '{2}' have another handler. Give one of "
        + "them another id.");

    public static readonly DiagnosticDescriptor ControlOnContainer = Create(
        "VOLC043",
        "Control hides Scope's own controls",
        "'{0}' of '{1}' makes the plugin a controller, so that Scope removes its own controls (attach, exec, "
        + "restart, pause, stop) from every container that the plugin reports. Report no containers in a plugin with "
        + "controls, or suppress this warning.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ContextNameTaken = Create(
        "VOLC044",
        "Context name already in use",
        "'{0}', the context generated for '{1}', has the same name as {2}. Rename one of the two.");

    public static readonly DiagnosticDescriptor MemberUnknown = Create(
        "VOLC045",
        "Undefined enumeration value",
        "'{0}', the {1} of '{2}', is not a member of {3}. Use a member.");

    public static readonly DiagnosticDescriptor ControlIdLost = Create(
        "VOLC046",
        "Control id contains characters that Scope cannot route",
        "'{0}' has the id '{1}', which Scope cannot route to the plugin. Use an id without ; / ? # % + \\, "
        + "control characters, or a space at its end.");

    public static readonly DiagnosticDescriptor Misplaced = Create(
        "VOLC047",
        "Misplaced attribute",
        "[{1}] on '{0}' has no effect in '{2}'. Move it to {3}.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor KeyNotReserved = Create(
        "VOLC048",
        "Not an id of Scope's own",
        "'{0}' is marked as an id of Scope's own, and Scope itself has no '{1}' on nodes of '{2}'. "
        + "Correct the id, or remove IsScopeKey.");

    public static readonly DiagnosticDescriptor StandaloneType = Create(
        "VOLC049",
        "Unsupported type of a standalone property",
        "'{0}' is of type '{1}', and [Standalone] needs a bool. Change the type.");

    public static readonly DiagnosticDescriptor SeveralStandalones = Create(
        "VOLC050",
        "Several standalone properties",
        "'{0}' of '{1}' is marked [Standalone], and so is '{2}'. Remove one of the two.");

    public static readonly DiagnosticDescriptor DerivedUnread = Create(
        "VOLC051",
        "Attribute of a derived class",
        "[{1}] on '{0}' has no effect: a report reads '{2}' as its base '{3}', which does not have '{0}'. "
        + "Move it to '{3}', or declare the collection with '{2}'.",
        DiagnosticSeverity.Warning);

    // The name, and those of the parameters, are what the analyzer of releases finds the descriptors by.
    private static DiagnosticDescriptor Create(
        string id,
        string title,
        string messageFormat,
        DiagnosticSeverity defaultSeverity = DiagnosticSeverity.Error,
        string category = "VolumeCount") =>
        new(
            id,
            title,
            messageFormat,
            category,
            defaultSeverity,
            isEnabledByDefault: true,
            helpLinkUri: HelpLink.Of($"docs/diagnostics.md#{id.ToLowerInvariant()}"));
}
