namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for before it lets a type have <c>init</c>; .NET Standard 2.0 has none.</summary>
internal static class IsExternalInit;
