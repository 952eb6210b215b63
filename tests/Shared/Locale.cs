using System.Runtime.CompilerServices;

namespace VolumeCount.Tests;

/// <summary>
/// Gives the commands that the tests start a locale that each machine has: bash warns of one that is not installed.
/// </summary>
internal static class Locale
{
    [ModuleInitializer]
    internal static void Initialize() => Environment.SetEnvironmentVariable("LC_ALL", "C");
}
