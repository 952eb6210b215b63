using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Symbols;

namespace VolumeCount.Generators.Values;

/// <summary>Finds out what the types of properties are to a report.</summary>
internal static class ValueParser
{
    /// <summary>What a value of <paramref name="type"/> is; null if it is nothing that a report can hold.</summary>
    public static ValueModel? Parse(ITypeSymbol type)
    {
        var underlying = SymbolReader.Underlying(type, out var isNullable);
        if (underlying is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration)
            return new(ValueKind.Enumeration, isNullable, ParseEnumeration(enumeration));

        // An absent collection is empty, or null if its type is a class.
        return KindOf(underlying) is { } kind && !(kind is ValueKind.Texts && isNullable) ? new(kind, isNullable) : null;
    }

    /// <summary>What to do about a value of <paramref name="type"/>, which a report cannot hold.</summary>
    public static string FixOf(ITypeSymbol type) => SymbolReader.FullName(SymbolReader.Underlying(type, out _)) switch
    {
        "System.DateTime" => "Use a DateTimeOffset, which includes the offset from UTC",
        "System.DateOnly" or "System.TimeOnly" => "Use a DateTimeOffset, or convert it to a string",
        _ when NumberFixOf(type) is { } fix => fix,
        "System.Guid" => "Use a string, which ToString() makes of it",
        "object" or "dynamic" => "Use the type of the value",
        _ when ParseCollection(type, out _) is not null => "Use a string with all of its elements, or a [Table]",
        _ => "Use a string, such as that of ToString(), a number, or another supported type",
    };

    /// <summary>What to do about a number that a report cannot hold; null if <paramref name="type"/> is not one.</summary>
    public static string? NumberFixOf(ITypeSymbol type) => SymbolReader.FullName(SymbolReader.Underlying(type, out _)) switch
    {
        "nint" or "System.Half" or "System.Int128" or "System.UInt128" or "System.Numerics.BigInteger" =>
            "Convert it to a long, a double or a decimal",
        "nuint" => "Convert it to a ulong",
        _ => null,
    };

    /// <summary>
    /// How a collection is read, and the type of its elements; null if it is not a collection, or several at once.
    /// </summary>
    public static CollectionModel? ParseCollection(ITypeSymbol type, out ITypeSymbol element)
    {
        var collections = type.AllInterfaces
            .Concat([type])
            .OfType<INamedTypeSymbol>()
            .Where(static type =>
                type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T)
            .ToList();

        element = collections.Count == 1 ? collections[0].TypeArguments[0] : type;
        if (collections.Count != 1 || type.SpecialType is SpecialType.System_String)
            return null;

        // These fit neither the patterns nor the type parameters of what is emitted.
        if (type.IsRefLikeType || element.IsRefLikeType)
            return null;

        var kind = type.OriginalDefinition.ToDisplayString() switch
        {
            "System.Collections.Immutable.ImmutableArray<T>" => CollectionKind.ImmutableArray,
            "System.ArraySegment<T>" => CollectionKind.ArraySegment,
            "System.Collections.Generic.IReadOnlyList<T>" or "System.Collections.Generic.IReadOnlyList<out T>"
                or "System.Collections.Generic.IList<T>" => CollectionKind.List,
            _ => CollectionKind.Enumerable,
        };
        var elementCanBeNull = SymbolReader.Underlying(element, out var isNullable).IsReferenceType || isNullable;

        var canBeArray = type is INamedTypeSymbol { TypeKind: TypeKind.Interface, Name: var name, Arity: 1 }
            && name is "IEnumerable" or "ICollection" or "IList"
                or "IReadOnlyCollection" or "IReadOnlyList" or "IImmutableList"
            && type.ContainingNamespace.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Immutable";

        // A collection of another library may have an enumerator of its own, with other elements or out of reach.
        var isKnown = type.TypeKind is TypeKind.Array || kind is not CollectionKind.Enumerable
            || type.ContainingNamespace.ToDisplayString().StartsWith("System.Collections.", StringComparison.Ordinal);
        var read = isKnown ? type : collections[0];

        return new(ParameterType(read), ParameterType(element), kind, read.IsReferenceType, canBeArray, elementCanBeNull);
    }

    /// <summary>The name of <paramref name="type"/> for a parameter that may be null wherever the type permits it.</summary>
    public static string ParameterType(ITypeSymbol type)
    {
        var name = SymbolReader.CodeName(type);

        return type.IsReferenceType ? name + "?" : name;
    }

    private static ValueKind? KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => ValueKind.Text,
        SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64
            or SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 => ValueKind.Integer,
        SpecialType.System_UInt64 => ValueKind.UnsignedInteger,
        SpecialType.System_Double => ValueKind.Real,
        SpecialType.System_Single => ValueKind.Single,
        SpecialType.System_Decimal => ValueKind.Decimal,
        SpecialType.System_Boolean => ValueKind.Boolean,
        _ => KindOfOther(type),
    };

    private static ValueKind? KindOfOther(ITypeSymbol type) => SymbolReader.FullName(type) switch
    {
        "System.DateTimeOffset" => ValueKind.Moment,
        "System.TimeSpan" => ValueKind.Duration,
        "System.Net.IPAddress" => ValueKind.Address,
        "System.Uri" => ValueKind.Link,
        _ when ParseCollection(type, out var element) is not null
            && element.SpecialType is SpecialType.System_String => ValueKind.Texts,
        _ => null,
    };

    private static EnumerationModel ParseEnumeration(INamedTypeSymbol type)
    {
        var members = type.GetMembers()
            .OfType<IFieldSymbol>()
            .Where(static field => field.HasConstantValue && !SymbolReader.IsRefused(field))
            .GroupBy(static field => field.ConstantValue)
            .Select(static fields => fields.First().Name);

        return new(
            SymbolReader.CodeName(type),
            members.ToEquatableArray(),
            SymbolReader.Attribute(type, "System.FlagsAttribute") is null
                ? type.EnumUnderlyingType!.ToDisplayString()
                : null);
    }
}
