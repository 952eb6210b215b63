using System.Text;
using Bogus;

namespace VolumeCount.Tests.Unit.Generators.Corpus;

/// <summary>Makes reports out of every shape of type, modifier, name and attribute that C# has.</summary>
/// <param name="seed">The same seed makes the same classes.</param>
/// <param name="version">The version of C#.</param>
internal sealed class CorpusClasses(int seed, int version)
{
    private static readonly string[] PropertyNames =
    [
        "@class", "@event", "@field", "@value", "@var", "@async", "@await", "@record", "@partial", "@dynamic", "@this",
        "@base",
        "@null", "@default", "@nint", "@scoped", "@required", "@file", "@when", "@and", "@not", "@or", "@with", "@init",
        "@get", "@set",
        "@add", "@alias", "@yield", "@select", "@from", "@where", "@unmanaged", "@notnull", "@extension", "@allows", "@in",
        "@ref", "@string", "@object", "@is", "@static", "node", "nodes", "writer", "row", "rows", "id", "key", "element",
        "elements", "i",
        "report", "output", "Nodes", "Write", "Controls", "Plugin", "System", "VolumeCount", "global", "Length", "Contains",
        "Key", "Value",
        "Ünïcode", "变量", "_", "__", "_1", "A_B", "\\u0041bc", "NameOf", "Text", "Count", "IPAddress", "DateTimeOffset",
        "Uri", "String",
        "GetType", "Default", "Current", "MoveNext", "request", "services", "cancellationToken", "type", "options",
    ];

    private static readonly string[] TypeNames =
    [
        "@class", "@record", "@var", "@partial", "@async", "@dynamic", "@await", "@nint", "@scoped", "@required", "@file",
        "@field", "@notnull",
        "Nodes", "ReportConverter", "Controls", "System", "Global", "Context", "Ünïcode", "变量", "_", "A_B", "GetTypeInfo",
        "Options",
        "Default", "Object", "JsonSerializer", "Exception", "VolumeCount", "Write", "Plugin2", "Report", "Node", "Row",
        "Names",
    ];

    private static readonly string[] Structs =
    [
        "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal", "bool",
        "DateTimeOffset", "TimeSpan",
        "DayOfWeek", .. Support(
            "Plain", "Signed", "Wide", "Long", "Byte", "Short", "UShort", "UInt", "Bits", "Empty", "Members", "Marked",
            "Trial", "@record",
            "@async", "Outer<string>.Mode", "Outer<string?>.Mode", "Outer<(int X, int Y)>.Mode", "Outer<(int, int)>.Mode",
            "Outer<dynamic>.Mode", "Outer<object>.Mode", "Outer<List<string?>>.Mode", "Outer<List<string>?>.Mode",
            "Outer<List<string?>?>.Mode",
            "Outer<string[]>.Mode", "Outer<string?[]>.Mode", "Outer<string[]?>.Mode", "Outer<int>.Inner<string>.Mode",
            "Outer<string?>.Inner<dynamic>.Mode", "Outer<string>.Inner<object?>.Mode", "Outer<(string?, object A)>.Mode"),
        "global::Library.Mode",
    ];

    private static readonly string[] Values =
    [
        .. Structs, .. Structs.Select(static type => type + "?"), "string", "string?", "IPAddress", "IPAddress?", "Uri",
        "Uri?", "String",
        "!global::Support.Old", "!global::Support.Gone", "!global::Support.Gone?",
    ];

    private static readonly string[] Unsupported =
    [
        "DateTime", "DateOnly", "Guid", "char", "object", "dynamic", "dynamic?", "Int128", "Half",
        "global::System.Numerics.BigInteger", "nint",
        "nuint", "int[]", "int?[]", "string[,]", "string[][]", "(int A, string B)", "Action", "ImmutableArray<string>?",
        "Task<int>", "Type",
        "IAsyncEnumerable<string>", "Dictionary<string, int>", "Lazy<string>", "Memory<char>",
        "IEnumerable<IEnumerable<string>>",
        "global::Support.Two<string>", "global::Support.Service",
    ];

    private static readonly string[] Collections =
    [
        "{0}[]", "List<{0}>", "IEnumerable<{0}>", "ICollection<{0}>", "IList<{0}>", "IReadOnlyList<{0}>",
        "IReadOnlyCollection<{0}>",
        "ISet<{0}>", "IReadOnlySet<{0}>", "HashSet<{0}>", "SortedSet<{0}>", "Queue<{0}>", "Stack<{0}>", "LinkedList<{0}>",
        "ImmutableArray<{0}>", "ImmutableList<{0}>", "IImmutableList<{0}>", "ImmutableHashSet<{0}>", "IImmutableSet<{0}>",
        "ImmutableQueue<{0}>", "IImmutableQueue<{0}>", "ImmutableStack<{0}>", "FrozenSet<{0}>", "ArraySegment<{0}>",
        "IGrouping<string, {0}>",
        "Dictionary<int, {0}>.ValueCollection", "SortedDictionary<int, {0}>.ValueCollection", "IOrderedEnumerable<{0}>",
        "IQueryable<{0}>",
        "ConcurrentBag<{0}>", "ConcurrentQueue<{0}>", "BlockingCollection<{0}>", "Collection<{0}>",
        "ReadOnlyCollection<{0}>",
        "ObservableCollection<{0}>", "IProducerConsumerCollection<{0}>",
        .. Support(
            "Bag<{0}>", "Duck<{0}>", "Untyped<{0}>", "Own<{0}>", "Hiding<{0}>", "Numbers<{0}>", "Nothing<{0}>",
            "Optional<{0}>", "Params<{0}>",
            "GenericMethod<{0}>", "Several<{0}>", "Static<{0}>", "Protected<{0}>", "Internal<{0}>", "Property<{0}>",
            "Field<{0}>",
            "Nested<{0}>", "OldEnumerator<{0}>", "GoneEnumerator<{0}>", "TrialEnumerator<{0}>", "NoMove<{0}>",
            "NoCurrent<{0}>",
            "PrivateCurrent<{0}>", "GoneCurrent<{0}>", "WriteOnlyCurrent<{0}>", "IntMove<{0}>", "RefCurrent<{0}>",
            "RefReadonlyCurrent<{0}>",
            "DerivedEnumerator<{0}>", "HiddenCurrent<{0}>", "DynamicEnumerator<{0}>", "Struct<{0}>", "StructDuck<{0}>",
            "IBag<{0}>",
            "IDuck<{0}>", "INumbers<{0}>", "IAmbiguous<{0}>", "TrialBag<{0}>", "Abstract<{0}>"),
        "!global::Support.OldBag<{0}>", "!global::Support.GoneBag<{0}>",
    ];

    // With what C# 13 adds.
    private static readonly string[] Newer =
    [
        .. Support(
            "RefBag<{0}>",
            "ExplicitRefBag<{0}>",
            "Any<{0}>",
            "Any<global::Support.RefRow>",
            "Bag<global::Support.PartialRow>"),
        "IEnumerable<global::Support.RefRow>",
    ];

    private static readonly string[] Rows =
    [
        .. Support(
            "IRow", "StructRow", "StructRow?", "RecordRow", "RecordRow?", "DerivedRow", "TrialRow", "Outer<string?>.Row",
            "Outer<dynamic>.Row?",
            "Outer<(int A, int)>.Row"),
        "global::Library.Row", "!global::Support.OldRow", "!global::Support.GoneRow",
    ];

    private static readonly string[] KnownRows =
    [
        .. Support(
            "Known",
            "Known?",
            "KnownStruct",
            "KnownStruct?",
            "IKnown",
            "Outer<string?>.Known",
            "Outer<dynamic>.Known?",
            "KnownRef"),
        "global::Library.Rows",
    ];

    private static readonly string[] Dictionaries =
    [
        "Dictionary<string, {0}>", "IDictionary<string, {0}>", "IReadOnlyDictionary<string, {0}>",
        "ImmutableDictionary<string, {0}>",
        "ImmutableSortedDictionary<string, {0}>", "SortedList<string, {0}>", "ConcurrentDictionary<string, {0}>",
        "FrozenDictionary<string, {0}>",
        "KeyValuePair<string, {0}>[]", "IEnumerable<KeyValuePair<string?, {0}>>", "List<KeyValuePair<string, {0}>?>",
        "global::Support.Duck<KeyValuePair<string, {0}>>", "ILookup<string, {0}>",
    ];

    private static readonly string[] ClassShapes =
    [
        "public {T} {N} {{ {G} get; set; }} = default!;", "public {T} {N} {{ {G} get; init; }} = default!;",
        "public required {T} {N} {{ {G} get; init; }}", "public {T} {N} => default!;", "internal {T} {N} => default!;",
        "protected internal {T} {N} => default!;", "public virtual {T} {N} {{ {G} get; }} = default!;",
        "public {T} {N} {{ {G} get => default!; private set {{ }} }}",
        "public {T} {N} {{ {G} internal get => default!; set {{ }} }}",
        "public {T} {N} {{ {G} protected internal get => default!; set {{ }} }}", "public new {T} {N} => default!;",
        "public ref {T} {N} => ref global::Support.Holder<{T}>.Value;",
        "public ref readonly {T} {N} => ref global::Support.Holder<{T}>.Value;",
        "public extern {T} {N} {{ {G} get; }}", "public unsafe {T} {N} => default!;",
        "public {T} {N} {{ get {{ throw null!; }} }}",
    ];

    private static readonly string[] StructShapes =
    [
        "public {T} {N} {{ {G} get; set; }}", "public {T} {N} {{ {G} get; init; }}",
        "public required {T} {N} {{ {G} get; init; }}",
        "public {T} {N} => default!;", "internal {T} {N} => default!;", "public readonly {T} {N} => default!;",
        "public {T} {N} {{ {G} readonly get => default!; set {{ }} }}",
        "public ref {T} {N} => ref global::Support.Holder<{T}>.Value;",
    ];

    private static readonly string[] InterfaceShapes =
    [
        "{T} {N} {{ {G} get; }}", "public {T} {N} => default!;", "internal {T} {N} {{ get; }}",
        "abstract {T} {N} {{ {G} get; set; }}",
        "virtual {T} {N} => default!;", "sealed {T} {N} => default!;", "protected internal {T} {N} {{ get; }}",
        "ref {T} {N} {{ get; }}",
    ];

    private static readonly string[] UnreadableShapes =
    [
        "public static {T} {N} => default!;", "private {T} {N} => default!;", "protected {T} {N} => default!;",
        "public {T} {N} {{ set {{ }} }}",
        "public {T} {N} {{ private get => default!; set {{ }} }}", "public {T} this[int i] => default!;",
        "public {T} {N} {{ [Obsolete(\"Gone\", true)] get => default!; set {{ }} }}",
    ];

    private static readonly string[] Attributes =
    [
        "[Obsolete]", "[Obsolete(\"Old\")]", "[Obsolete(\"Old\", DiagnosticId = \"OBS2\")]", "[Obsolete(\"Gone\", true)]",
        "[Experimental(\"EXP2\")]",
        "[CLSCompliant(false)]", "[EditorBrowsable(EditorBrowsableState.Never)]",
        "[SupportedOSPlatform(\"windows\")]", "[RequiresPreviewFeatures]", "[JsonIgnore]",
        "[DebuggerBrowsable(DebuggerBrowsableState.Never)]",
        "[MaybeNull]", "[NotNull]", "[AllowNull]", "[Description(\"\")]",
    ];

    private static readonly string[] GetterAttributes =
    [
        "[Obsolete]", "[Obsolete(\"Old\", DiagnosticId = \"OBS3\")]", "[Experimental(\"EXP3\")]", "[DebuggerHidden]",
        "[RequiresUnreferencedCode(\"x\")]", "[MethodImpl(MethodImplOptions.NoInlining)]",
    ];

    private static readonly string[] TypeAttributes =
    [
        "[Obsolete]", "[Obsolete(\"Old\", DiagnosticId = \"OBS4\")]", "[Obsolete(\"Gone\", true)]",
        "[Experimental(\"EXP4\")]", "[CLSCompliant(false)]",
        "[RequiresPreviewFeatures]", "[Description(\"\")]", "[EditorBrowsable(EditorBrowsableState.Never)]",
    ];

    private static readonly string[] NodeKinds =
    [
        "class", "sealed class", "abstract class", "partial class", "unsafe class", "record", "sealed record",
        "record class", "struct",
        "readonly struct", "record struct", "readonly record struct", "partial struct", "interface",
    ];

    private static readonly string[] ReportKinds =
    [
        "class", "sealed class", "abstract class", "partial class", "record", "sealed record", "struct", "record struct",
        "partial record",
        "ref struct", "unsafe class",
    ];

    private static readonly string[] Handlers =
    [
        "public static ControlResponse {0}() => ControlResponse.Empty;",
        "internal static ControlResponse {0}(ControlRequest request) => ControlResponse.Empty;",
        "public static Task<ControlResponse> {0}(CancellationToken token, IServiceProvider services) => throw null!;",
        "public static ValueTask<ControlResponse> {0}(ControlRequest a, CancellationToken b) => throw null!;",
        "public static ControlResponse {0}(global::Support.Service @class, global::Support.Service? optional) => throw "
            + "null!;",
        "public static ControlResponse {0}(global::Support.Service? @null = null, CancellationToken token = default) => "
            + "throw null!;",
        "public static ControlResponse {0}(IEnumerable<global::Support.Service> all, global::Support.IService<dynamic> "
            + "one) => throw null!;",
        "public static ControlResponse {0}(global::Support.IService<(int A, int)> one, global::Support.IService<string?>? "
            + "two) => throw null!;",
        "[Obsolete] public static ControlResponse {0}(global::Support.OldService a) => throw null!;",
        "[Obsolete] public static ControlResponse {0}(global::Support.GoneService a) => throw null!;",
        "[Obsolete] public static ControlResponse {0}(IEnumerable<global::Support.GoneService> a) => throw null!;",
        "[Obsolete] public static ControlResponse {0}(global::Support.GoneService[] a) => throw null!;",
        "[Obsolete(\"Gone\", true)] public static ControlResponse {0}() => throw null!;",
        "[Experimental(\"EXP5\")] public static ControlResponse {0}(global::Support.TrialService a, "
            + "global::Library.Service b) => throw null!;",
        "public static ControlResponse {0}(int a) => throw null!;",
        "public static ControlResponse {0}(ref ControlRequest a) => throw null!;",
        "public static ControlResponse {0}(in CancellationToken a) => throw null!;",
        "public static ControlResponse {0}(params string[] a) => throw null!;",
        "public static ControlResponse {0}(string a = \"x\") => throw null!;",
        "public static ControlResponse {0}(object a, dynamic b, dynamic? c) => throw null!;",
        "public static ControlResponse {0}(string a, List<string> b, string[] c, Action d, Delegate e) => throw null!;",
        "public static unsafe ControlResponse {0}(int* a) => throw null!;",
        "public static ControlResponse {0}(Span<int> a) => throw null!;",
        "public static ControlResponse {0}<T>() => throw null!;",
        "public static ref ControlResponse {0}() => throw null!;",
        "public static ControlResponse? {0}() => null;",
        "public static void {0}() { }",
        "public static ControlResponse {0}() => throw null!; public static ControlResponse {0}(int a) => throw null!;",
        "private static ControlResponse {0}() => throw null!;",
    ];

    private static readonly (string Name, string[] Parts)[] Topologies =
    [
        ("Host", [""]), ("Container", [""]), ("ContainerImage", [""]), ("Pod", [""]), ("Process", ["Host", "Pid"]),
        ("Endpoint", ["Scope", "Address", "Port"]), ("Overlay", [""]), ("Service", [""]), ("Deployment", [""]),
    ];

    private static readonly string[] ContextParts =
    [
        "partial class {0};", "{1} partial class {0};", "{1} sealed partial class {0} {{ public int Another => 1; }}",
        "partial class {0} : IDisposable {{ public void Dispose() {{ }} }}",
        "sealed partial class {0} {{ static {0}() {{ }} }}",
        "abstract partial class {0};", "static partial class {0};", "public partial class {0};",
        "internal partial class {0};",
        "unsafe partial class {0};", "[Obsolete] partial class {0};", "partial class {0}<T>;", "class {0};",
        "partial struct {0};",
        "partial class {0} {{ ~{0}() {{ }} }}",
        "partial class {0} {{ private int _typeInfo2; public void Write(int a) {{ }} }}", "partial record {0};",
        "partial class {0}(int a) {{ public int A => a; }}", "file class {0};",
        "[GeneratedCode(\"a\", \"b\")] partial class {0};",
        "partial class {0} {{ public class Nodes; }}",
        "partial class {0} {{ public override string ToString() => \"\"; public int Options2 => 1; }}",
        "partial class {0} {{ public static implicit operator int({0} a) => 1; public int this[int i] => i; }}",
    ];

    private static readonly string[] Namespaces =
        [".System", ".@namespace", ".VolumeCount", ".global", ".Support", ".Nodes", "._"];

    private static readonly string[] NullableContexts =
        ["#nullable disable", "#nullable enable annotations", "#nullable enable", "#nullable disable warnings"];

    private readonly Randomizer _random = new(seed);

    /// <summary>The source of another report, in a namespace whose first part is <paramref name="name"/>.</summary>
    public string Next(string name)
    {
        var types = new Queue<string>(_random.Shuffle(TypeNames));
        var visibility = _random.Bool() ? "public" : "internal";
        var kind = Likely() ? One(ReportKinds[..9]) : One(ReportKinds);
        var report = types.Dequeue();
        var properties = PropertiesOf(report);
        var nodes = new StringBuilder();
        var members = new StringBuilder();
        members.AppendLine(Property("[ReportTime]", "DateTimeOffset", properties.Dequeue(), kind));
        foreach (var (topology, parts) in _random.Shuffle(Topologies).Take(_random.Int(1, 2)))
        {
            var node = types.Dequeue();
            var (declaration, type) = Node(visibility, node, topology, parts);
            nodes.AppendLine(declaration);
            members.AppendLine(Property(
                $"[Topology(ScopeTopology.{topology})]", Collection(Often() ? type : type + "?"), properties.Dequeue(),
                kind));
        }

        var isNested = Rarely();
        var plugin = "[Plugin(\"sample\", Label = \"Sample\")]";
        var declared = $"{Maybe(TypeAttributes)} {plugin} {visibility} {kind} {report} {{ {members} }}";
        var outer = types.Dequeue();
        if (isNested)
            declared = $"{Maybe(TypeAttributes)} {visibility} partial class {outer} {{ {declared} }}";
        var context = (isNested ? $"{outer}_{report}" : report).Replace("@", "", StringComparison.Ordinal) + "Context";
        var part = Rarely() ? string.Format(null, One(ContextParts), context, visibility) : "";

        return $$"""
            {{Maybe(NullableContexts)}}
            #pragma warning disable EXP1, EXP2, EXP3, EXP4, EXP5, EXP8, EXP9
            using global::System;
            using global::System.CodeDom.Compiler;
            using global::System.Collections.Concurrent;
            using global::System.Collections.Frozen;
            using global::System.Collections.Generic;
            using global::System.Collections.Immutable;
            using global::System.Collections.ObjectModel;
            using global::System.ComponentModel;
            using global::System.Diagnostics;
            using global::System.Diagnostics.CodeAnalysis;
            using global::System.Linq;
            using global::System.Net;
            using global::System.Runtime.CompilerServices;
            using global::System.Runtime.Versioning;
            using global::System.Text.Json.Serialization;
            using global::System.Threading;
            using global::System.Threading.Tasks;
            using global::VolumeCount.Scope;
            using global::VolumeCount.Scope.Controls;
            using global::VolumeCount.Scope.Writing;
            namespace {{name}}{{Maybe(Namespaces)}}
            {
            {{nodes}}
            {{declared}}
            {{part}}
            }
            """;
    }

    private (string Declaration, string Type) Node(string visibility, string name, string topology, string[] parts)
    {
        var kind = One(NodeKinds);
        var names = PropertiesOf(name);
        var members = new List<string>();
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i] switch
            {
                "Pid" or "Port" => One("int", "string", "long?", "string?"),
                "Address" => One("IPAddress", "string", "IPAddress?"),
                _ => One("string", "string?"),
            };
            var attribute = parts[i].Length > 0 ? $"[NodeId(NodeIdPart.{parts[i]})]" : "[NodeId]";
            members.Add(Property(attribute, part, names.Dequeue(), kind, canFail: Rarely() && Rarely()));
        }

        var count = _random.Int(1, 5);
        for (var i = 0; i < count; i++)
        {
            var id = $"Id = \"x{i}\"";
            members.Add(_random.Int(0, 9) switch
            {
                0 => Property(
                    $"[Metric({id})]", One("int", "double?", "decimal?", "float", "ulong", "long?", "short"),
                    names.Dequeue(), kind),
                1 => Property($"[Metric({id})]", Collection("MetricSample"), names.Dequeue(), kind),
                2 => Property($"[Table({id}, Prefix = \"t{i}_\")]", Collection(One(Rows)), names.Dequeue(), kind),
                3 => Property($"[Table({id}, Prefix = \"t{i}_\")]", One(KnownRows), names.Dequeue(), kind),
                4 => Property($"[Table({id}, Prefix = \"t{i}_\")]", Entries(), names.Dequeue(), kind),
                5 => Property($"[Metadata({id})]", Collection(One("string", "string?")), names.Dequeue(), kind),
                _ => Property($"[Metadata({id})]", Likely() ? One(Values) : One(Unsupported), names.Dequeue(), kind),
            });
        }

        if (Rarely())
        {
            members.Add(
                Property("[Parents(ScopeTopology.Host)]", Often() ? "string" : Collection("string"), names.Dequeue(), kind));
        }

        if (Rarely())
            members.Add(Property("[Adjacency]", Often() ? "string?" : Collection("string?"), names.Dequeue(), kind));
        if (Rarely())
            members.Add(Property("[Standalone]", "bool", names.Dequeue(), kind));
        if (Rarely() && topology is not "Container")
        {
            var handler = names.Dequeue();
            var control = $"[Control(Id = \"go\", Handler = nameof({handler}))]";
            members.Add(Property(control, One("bool", "bool?"), names.Dequeue(), kind));
            members.Add((Often() ? One(Handlers[..8]) : One(Handlers)).Replace("{0}", handler, StringComparison.Ordinal));
        }

        var (parameters, argument) = Rarely()
            ? ("<T>", One("<int>", "<string?>", "<dynamic>", "<(int A, int)>", "<List<string?>>"))
            : ("", "");
        var attributes = Maybe(TypeAttributes);
        var type = (attributes.Contains("Obsolete", StringComparison.Ordinal) ? "!" : "") + name + argument;
        var all = string.Join("\n", members);
        if (kind is "class" or "abstract class" && Rarely())
        {
            // What a class inherits, it reports as well.
            var half = members.Count / 2;
            return (
                $"{visibility} abstract class {name}Base{parameters} {{ {string.Join("\n", members[half..])} }}"
                + $"{attributes} {visibility} {kind} {name}{parameters} : {name}Base{parameters}"
                + $"{{ {string.Join("\n", members[..half])} }}",
                type);
        }

        return ($"{attributes} {visibility} {kind} {name}{parameters} {{ {all} }}", type);
    }

    private string Collection(string element)
    {
        var collection = One(version >= 13 && Rarely() && Rarely() ? Newer : Collections);
        var isOld = element.StartsWith('!') || collection.StartsWith('!');
        var nullable = Rarely() && Rarely() && !IsRefStruct(collection) ? "?" : "";

        return (isOld ? "!" : "") + string.Format(null, collection.TrimStart('!'), element.TrimStart('!')) + nullable;
    }

    private static bool IsRefStruct(string type) =>
        type.Contains("Ref", StringComparison.Ordinal) || type.Contains("Span", StringComparison.Ordinal);

    // No member has the name of its type.
    private Queue<string> PropertiesOf(string type) =>
        new(_random.Shuffle(PropertyNames).Where(name => name.TrimStart('@') != type.TrimStart('@')));

    private string Entries()
    {
        var value = One(Values);
        return (value.StartsWith('!') ? "!" : "") + string.Format(null, One(Dictionaries), value.TrimStart('!'));
    }

    private string Property(string attribute, string type, string name, string kind, bool canFail = true)
    {
        var shapes = kind switch
        {
            "interface" => InterfaceShapes,
            _ when kind.Contains("struct", StringComparison.Ordinal) => StructShapes,
            _ when kind.Contains("sealed", StringComparison.Ordinal) =>
                [.. ClassShapes.Where(static shape => !shape.Contains("virtual", StringComparison.Ordinal))],
            _ => ClassShapes,
        };
        if (kind.StartsWith("readonly", StringComparison.Ordinal))
            shapes = [.. shapes.Where(static shape => !shape.Contains("set", StringComparison.Ordinal))];
        if (canFail && Rarely() && Rarely() && kind is "class")
            shapes = UnreadableShapes;
        var shape = One(shapes);
        if (IsRefStruct(type))
            shape = kind is "interface" ? "{T} {N} {{ get; }}" : "public {T} {N} => default!;";
        var attributes = type.StartsWith('!') ? "[Obsolete]" : canFail ? Maybe(Attributes) : "";
        var text = shape
            .Replace("{T}", type.TrimStart('!'), StringComparison.Ordinal)
            .Replace("{N}", name, StringComparison.Ordinal)
            .Replace("{G}", Maybe(GetterAttributes), StringComparison.Ordinal)
            .Replace("{{", "{", StringComparison.Ordinal)
            .Replace("}}", "}", StringComparison.Ordinal);

        return $"{attribute} {attributes} {text}";
    }

    private static string[] Support(params string[] types) => [.. types.Select(static type => "global::Support." + type)];

    private T One<T>(params T[] items) => _random.ArrayElement(items);

    private string Maybe(string[] items) => Rarely() ? One(items) : "";

    private bool Rarely() => _random.Bool(0.15f);

    private bool Often() => _random.Bool(0.7f);

    private bool Likely() => _random.Bool(0.95f);
}
