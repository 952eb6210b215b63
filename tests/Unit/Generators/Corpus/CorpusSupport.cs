namespace VolumeCount.Tests.Unit.Generators.Corpus;

/// <summary>The types that the classes of the corpus share.</summary>
internal static class CorpusSupport
{
    /// <summary>A whole assembly that is experimental.</summary>
    public const string Library =
        """
        using System;
        using System.Diagnostics.CodeAnalysis;
        using VolumeCount.Scope;

        [assembly: Experimental("EXP9")]
        [module: Experimental("EXP8")]

        namespace Library
        {
            public enum Mode { On, [Obsolete("Gone", true)] Gone }
            public class Row { [RowId, Column] public string Id => ""; [Column] public Mode Mode => default; }
            public class Rows { [FixedRow] public Mode Mode => default; [FixedRow, Obsolete] public int Count => 1; }
            public class Service { }
        }
        """;

    /// <summary>Types of every shape that C# 12 has.</summary>
    public const string Source =
        """
        #nullable enable
        #pragma warning disable
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using VolumeCount.Scope;

        namespace Support
        {
            public static class Holder<T> { public static T Value = default!; }

            public enum Plain { A, B, @class, @event, @value, @var, Ünïcode, _, __, nameof, Plain }
            public enum Signed : sbyte { A = -1, B = -1, Least = -128 }
            public enum Wide : ulong { Most = ulong.MaxValue, None = 0 }
            public enum Long : long { Least = long.MinValue }
            public enum Byte : byte { A }
            public enum Short : short { A }
            public enum UShort : ushort { A }
            public enum UInt : uint { A }
            [Flags] public enum Bits { None, Read = 1, Write = 2, All = 3 }
            public enum Empty { }
            public enum Members
            {
                A = 1, B = 1, [Obsolete("Gone", true)] C = 2, [Obsolete] D = 3, [Experimental("EXP1")] E = 4, F = 2,
            }
            [Obsolete] public enum Old { A }
            [Obsolete("Gone", true)] public enum Gone { A }
            [Obsolete("Old", DiagnosticId = "OBS1")] public enum Marked { A }
            [Experimental("EXP1")] public enum Trial { A }
            public enum @record { A }
            public enum @async { @await }

            public class Outer<T>
            {
                public enum Mode { On, Off }
                public class Inner<U> { public enum Mode { On } }
                public class Row { [RowId, Column] public string Id => ""; [Column] public Mode Mode => default; }
                public struct Known { [FixedRow] public Mode Mode => default; }
            }

            public interface IRow { [RowId, Column] string Id { get; } [Column(Id = "c")] int Count => 1; }
            public readonly record struct StructRow([property: RowId, Column] string Id, [property: Column] Plain? Plain);
            public record RecordRow([property: RowId, Column] string? Id) { [Column] public virtual Uri? Uri => null; }
            public record DerivedRow(string? Id) : RecordRow(Id)
            {
                public override Uri? Uri => null;
                [Column] public int More => 1;
            }
            [Obsolete] public class OldRow { [RowId, Column] public string Id => ""; }
            [Obsolete("Gone", true)] public class GoneRow { [RowId, Column] public string Id => ""; }
            [Experimental("EXP1")]
            public class TrialRow { [RowId, Column] public string Id => ""; [Column] public Trial Trial => default; }
            public class Known
            {
                [FixedRow] public string? A => null;
                [FixedRow, Obsolete] public Old Old => default;
                [FixedRow] public Uri? U => null;
            }
            public struct KnownStruct { [FixedRow] public readonly int A => 1; [FixedRow] public bool? B { get; set; } }
            public interface IKnown { [FixedRow] int A { get; } }
            public ref struct KnownRef { [FixedRow] public int A => 1; }

            public class Service { }
            public interface IService<out T> { }
            [Obsolete] public class OldService { }
            [Obsolete("Gone", true)] public class GoneService { }
            [Experimental("EXP1")] public class TrialService { }

            // Collections, each with another way to be read.
            public class Bag<T> : IEnumerable<T>
            {
                IEnumerator<T> IEnumerable<T>.GetEnumerator() => throw null!;
                IEnumerator IEnumerable.GetEnumerator() => throw null!;
            }
            public class Duck<T> : Bag<T> { public IEnumerator<object> GetEnumerator() => throw null!; }
            public class Untyped<T> : Bag<T> { public IEnumerator GetEnumerator() => throw null!; }
            public class Own<T> : Bag<T> { public IEnumerator<T> GetEnumerator() => throw null!; }
            public class Hiding<T> : List<T> { public new IEnumerator<object> GetEnumerator() => throw null!; }
            public class Numbers<T> : Bag<T> { public int GetEnumerator() => 1; }
            public class Nothing<T> : Bag<T> { public void GetEnumerator() { } }
            public class Optional<T> : Bag<T> { public IEnumerator<object> GetEnumerator(int a = 0) => throw null!; }
            public class Params<T> : Bag<T> { public IEnumerator<object> GetEnumerator(params int[] a) => throw null!; }
            public class GenericMethod<T> : Bag<T> { public IEnumerator<U> GetEnumerator<U>() => throw null!; }
            public class Several<T> : Bag<T>
            {
                public int GetEnumerator() => 1;
                public IEnumerator<T> GetEnumerator(int a) => throw null!;
            }
            public class Static<T> : Bag<T> { public static IEnumerator<object> GetEnumerator() => throw null!; }
            public class Protected<T> : Bag<T> { protected IEnumerator<object> GetEnumerator() => throw null!; }
            public class Internal<T> : Bag<T> { internal IEnumerator<object> GetEnumerator() => throw null!; }
            public class Property<T> : Bag<T> { public Func<IEnumerator<object>> GetEnumerator => throw null!; }
            public class Field<T> : Bag<T> { public int GetEnumerator; }
            public class Nested<T> : Bag<T> { public class GetEnumerator { } }
            public class OldEnumerator<T> : Bag<T> { [Obsolete] public IEnumerator<T> GetEnumerator() => throw null!; }
            public class GoneEnumerator<T> : Bag<T>
            {
                [Obsolete("Gone", true)] public IEnumerator<T> GetEnumerator() => throw null!;
            }
            public class TrialEnumerator<T> : Bag<T>
            {
                [Experimental("EXP1")] public IEnumerator<T> GetEnumerator() => throw null!;
            }
            public class NoMove<T> : Bag<T>
            {
                public struct E { public T Current => default!; }
                public E GetEnumerator() => default;
            }
            public class NoCurrent<T> : Bag<T>
            {
                public struct E { public bool MoveNext() => false; }
                public E GetEnumerator() => default;
            }
            public class PrivateCurrent<T> : Bag<T>
            {
                public struct E { private T Current => default!; public bool MoveNext() => false; }
                public E GetEnumerator() => default;
            }
            public class GoneCurrent<T> : Bag<T>
            {
                public struct E { [Obsolete("Gone", true)] public T Current => default!; public bool MoveNext() => false; }
                public E GetEnumerator() => default;
            }
            public class WriteOnlyCurrent<T> : Bag<T>
            {
                public struct E { public T Current { set { } } public bool MoveNext() => false; }
                public E GetEnumerator() => default;
            }
            public class IntMove<T> : Bag<T>
            {
                public struct E { public T Current => default!; public int MoveNext() => 0; }
                public E GetEnumerator() => default;
            }
            public class RefCurrent<T> : Bag<T>
            {
                public ref struct E
                {
                    public ref T Current => ref Holder<T>.Value;
                    public bool MoveNext() => false;
                    public void Dispose() { }
                }
                public E GetEnumerator() => default;
            }
            public class RefReadonlyCurrent<T> : Bag<T>
            {
                public struct E { public ref readonly T Current => ref Holder<T>.Value; public bool MoveNext() => false; }
                public E GetEnumerator() => default;
            }
            public class DerivedEnumerator<T> : Bag<T>
            {
                public class B { public T Current => default!; public bool MoveNext() => false; }
                public class E : B { }
                public E GetEnumerator() => throw null!;
            }
            public class HiddenCurrent<T> : Bag<T>
            {
                public class B { public T Current => default!; public bool MoveNext() => false; }
                public class E : B { public new object Current => default!; }
                public E GetEnumerator() => throw null!;
            }
            public class DynamicEnumerator<T> : Bag<T> { public dynamic GetEnumerator() => throw null!; }
            public class Two<T> : Bag<T>, IEnumerable<DateTime>
            {
                IEnumerator<DateTime> IEnumerable<DateTime>.GetEnumerator() => throw null!;
            }
            public struct Struct<T> : IEnumerable<T>
            {
                IEnumerator<T> IEnumerable<T>.GetEnumerator() => throw null!;
                IEnumerator IEnumerable.GetEnumerator() => throw null!;
            }
            public readonly struct StructDuck<T> : IEnumerable<T>
            {
                public IEnumerator GetEnumerator() => throw null!;
                IEnumerator<T> IEnumerable<T>.GetEnumerator() => throw null!;
            }
            public interface IBag<T> : IEnumerable<T> { }
            public interface IDuck<T> : IEnumerable<T> { new IEnumerator<object> GetEnumerator(); }
            public interface INumbers<T> : IEnumerable<T> { new int GetEnumerator(); }
            public interface IEnumeratorOwner { IEnumerator<object> GetEnumerator(); }
            public interface IAmbiguous<T> : IEnumerable<T>, IEnumeratorOwner { }
            [Obsolete] public class OldBag<T> : Bag<T> { }
            [Obsolete("Gone", true)] public class GoneBag<T> : Bag<T> { }
            [Experimental("EXP1")] public class TrialBag<T> : Bag<T> { }
            public abstract class Abstract<T> : IReadOnlyList<T>
            {
                public abstract T this[int i] { get; }
                public abstract int Count { get; }
                public abstract IEnumerator<T> GetEnumerator();
                IEnumerator IEnumerable.GetEnumerator() => throw null!;
            }
        }
        """;

    /// <summary>What C# 13 adds.</summary>
    public const string Source13 =
        """
        #nullable enable
        #pragma warning disable
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using VolumeCount.Scope;

        namespace Support
        {
            public ref struct RefRow { [RowId, Column] public string Id => ""; }
            public ref struct RefBag<T> : IEnumerable<T>
            {
                public IEnumerator<T> GetEnumerator() => throw null!;
                IEnumerator IEnumerable.GetEnumerator() => throw null!;
            }
            public ref struct ExplicitRefBag<T> : IEnumerable<T>
            {
                IEnumerator<T> IEnumerable<T>.GetEnumerator() => throw null!;
                IEnumerator IEnumerable.GetEnumerator() => throw null!;
            }
            public class Any<T> : IEnumerable<T> where T : allows ref struct
            {
                public IEnumerator<T> GetEnumerator() => throw null!;
                IEnumerator IEnumerable.GetEnumerator() => throw null!;
            }
            public partial class PartialRow
            {
                [RowId, Column] public partial string Id { get; }
                public partial string Id => "";
            }
        }
        """;
}
