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

    public static readonly DiagnosticDescriptor IdEmpty = new(
        "VOLC003",
        "An id is empty",
        "The id of '{0}' is empty. Name one, or leave it out to have the property's name in snake case.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc003");

    public static readonly DiagnosticDescriptor TemplateIdTwice = new(
        "VOLC004",
        "Two templates have the same id",
        "'{0}' has the id '{1}', which '{2}' of '{3}' has already. Give one of them another id.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc004");

    public static readonly DiagnosticDescriptor ValueType = new(
        "VOLC005",
        "A value has a type that is not mapped",
        "'{0}' is a '{1}', which a report cannot hold here. Make it a string, a number, or another type that is mapped.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc005");

    public static readonly DiagnosticDescriptor NoNodeId = new(
        "VOLC006",
        "A node has no id",
        "The nodes of '{0}' have no id. Mark what identifies them in '{2}' as {1}.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc006");

    public static readonly DiagnosticDescriptor SeveralNodeIds = new(
        "VOLC007",
        "A node has several ids",
        "'{0}' is the same part of the id of '{1}' as '{2}'. Leave only one of them.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc007");

    public static readonly DiagnosticDescriptor NodeIdType = new(
        "VOLC008",
        "A node's id has another type",
        "'{0}' is a '{1}', but this [NodeId] is {2}. Change its type.",
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

    public static readonly DiagnosticDescriptor NodeIdPartRefused = new(
        "VOLC019",
        "A node's id has no such part",
        "'{0}' is no part of the ids of '{1}'. Mark what identifies its nodes as {2}.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc019");

    public static readonly DiagnosticDescriptor NodeIdPartMissing = new(
        "VOLC020",
        "A node's id lacks a part",
        "The ids of '{0}' lack a part. Mark a property of '{2}' as [NodeId(NodeIdPart.{1})].",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc020");

    public static readonly DiagnosticDescriptor KeyReserved = new(
        "VOLC021",
        "A key is Scope's own",
        "'{0}' has the id '{1}', which Scope itself has on nodes of '{2}'. Give it another id.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc021");

    public static readonly DiagnosticDescriptor PrefixTaken = new(
        "VOLC022",
        "A key begins with the prefix of a table",
        "'{0}' has the key '{1}', which begins with '{2}', the prefix of the table '{3}', so that Scope takes it "
        + "for a part of that table. Change one of the two.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc022");

    public static readonly DiagnosticDescriptor PrefixReserved = new(
        "VOLC023",
        "A table's prefix takes in Scope's own keys",
        "Scope's own keys on nodes of '{3}', such as '{2}', can begin with '{1}', the prefix of '{0}'. Change the prefix.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc023");

    public static readonly DiagnosticDescriptor PrefixEmpty = new(
        "VOLC024",
        "A table's prefix is empty",
        "The prefix of '{0}' is empty. Name one, or leave it out to have the table's id and an underscore.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc024");

    public static readonly DiagnosticDescriptor ColumnIdSeparator = new(
        "VOLC025",
        "A column's id holds the separator",
        "'{0}' has the id '{1}', and Scope cuts it off at '___'. Give it an id without three underscores in a row.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc025");

    public static readonly DiagnosticDescriptor NoRowId = new(
        "VOLC026",
        "A table's rows have no id",
        "The rows of '{0}' have no id. Mark one string property of '{1}' as [RowId].",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc026");

    public static readonly DiagnosticDescriptor SeveralRowIds = new(
        "VOLC027",
        "A table's rows have several ids",
        "'{0}' is the second [RowId] of '{1}', after '{2}'. Leave only one.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc027");

    public static readonly DiagnosticDescriptor RowIdType = new(
        "VOLC028",
        "A row's id is not a string",
        "'{0}' is a '{1}', but a [RowId] is a string. Change its type.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc028");

    public static readonly DiagnosticDescriptor TableType = new(
        "VOLC029",
        "A table has a type that is none",
        "'{0}' is a '{1}', which is no table. Make it a collection of objects with [Column] properties, a "
        + "dictionary from strings to single values, or an object with [FixedRow] properties.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc029");

    public static readonly DiagnosticDescriptor DataTypeRefused = new(
        "VOLC030",
        "A value cannot be a link",
        "'{0}' is a '{1}', which cannot be a link. Make it a Uri or a string, or choose another data type.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc030");

    public static readonly DiagnosticDescriptor SourceRefused = new(
        "VOLC031",
        "A value cannot come from there",
        "'{0}' is a '{1}', which cannot be in '{2}'. Counters hold integers other than ulong, sets hold collections of "
        + "strings, and latest holds everything else.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc031");

    public static readonly DiagnosticDescriptor TruncateNegative = new(
        "VOLC032",
        "A length is negative",
        "The truncate of '{0}' is {1}. Use a number of characters, or 0 to show all of them.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc032");

    public static readonly DiagnosticDescriptor MetricType = new(
        "VOLC033",
        "A metric is not a number",
        "'{0}' is a '{1}', which no graph can show. Make it a number or a collection of MetricSample.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc033");

    public static readonly DiagnosticDescriptor MetricRange = new(
        "VOLC034",
        "A metric's range is empty",
        "The min of '{0}' is {1}, above its max, {2}. Swap them.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc034");

    public static readonly DiagnosticDescriptor MetricEnd = new(
        "VOLC035",
        "A metric's range has no end",
        "The {0} of '{1}' is {2}. Use a finite number, or leave it out to take it from the samples.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc035");

    public static readonly DiagnosticDescriptor RelationType = new(
        "VOLC036",
        "The ids of other nodes are not strings",
        "'{0}' is a '{1}', but the ids of other nodes are a string or a collection of strings. Change its type.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc036");

    public static readonly DiagnosticDescriptor ParentsTwice = new(
        "VOLC037",
        "The parents in a topology are declared twice",
        "'{0}' has the parents in the topology '{1}', which '{2}' of '{3}' has already. Put all of them into one "
        + "collection.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc037");

    public static readonly DiagnosticDescriptor SeveralAdjacencies = new(
        "VOLC038",
        "A node has several adjacencies",
        "'{0}' is the second [Adjacency] of '{1}', after '{2}'. Put all ids into one collection.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc038");

    public static readonly DiagnosticDescriptor ControlType = new(
        "VOLC039",
        "A control is not a bool",
        "'{0}' is a '{1}', but a [Control] is a bool: whether it can be used. Change its type.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc039");

    public static readonly DiagnosticDescriptor NoHandler = new(
        "VOLC040",
        "A control has no handler",
        "'{0}' has no handler, as {1}. Name a static method of the class: Handler = nameof(…).",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc040");

    public static readonly DiagnosticDescriptor HandlerShape = new(
        "VOLC041",
        "A control's handler has another shape",
        "'{0}' cannot handle '{1}', as {2}. Make it a static method, internal or public, that returns a "
        + "ControlResponse, or a Task or ValueTask of one.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc041");

    public static readonly DiagnosticDescriptor ControlTwice = new(
        "VOLC042",
        "Two controls have the same id",
        "The nodes of '{0}' have the control '{1}', for which those of '{2}' have another handler. Give one of "
        + "them another id.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc042");

    public static readonly DiagnosticDescriptor ControlOnContainer = new(
        "VOLC043",
        "A control takes Scope's own off containers",
        "With '{0}' of '{1}', the plugin becomes a controller, and Scope takes its own controls (attach, exec, "
        + "restart, pause, stop) off every container that it reports. Report no containers in a plugin with "
        + "controls, or accept that.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc043");

    public static readonly DiagnosticDescriptor ContextNameTaken = new(
        "VOLC044",
        "A context has a name that is taken",
        "'{0}', the context that is generated for '{1}', has the name of {2}. Rename one of the two.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc044");

    public static readonly DiagnosticDescriptor MemberUnknown = new(
        "VOLC045",
        "A value is not one of its enumeration",
        "'{0}', the {1} of '{2}', is no member of {3}. Use one that is.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc045");

    public static readonly DiagnosticDescriptor ControlIdLost = new(
        "VOLC046",
        "A control's id gets lost on its way",
        "'{0}' has the id '{1}', which does not reach the plugin when its button is pressed. Give it one without "
        + @"; / ? # % + \, control characters, and a space at its end.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc046");

    public static readonly DiagnosticDescriptor Misplaced = new(
        "VOLC047",
        "An attribute is where nothing reads it",
        "'{0}' has a [{1}], which nothing reads in '{2}'. It belongs in {3}.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + "volc047");
}
