using System.Diagnostics.CodeAnalysis;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>What a test cannot do without, and not every machine has.</summary>
internal static class Requirement
{
    /// <summary>With the value <c>1</c>, a test that would be skipped fails instead.</summary>
    private const string Variable = "REQUIRE_SCOPE";

    /// <summary>Skips the running test, or fails it where everything has to be there.</summary>
    /// <param name="need">What the test needs: <c>needs the image …</c>.</param>
    [DoesNotReturn]
    public static void Skip(string need)
    {
        if (Environment.GetEnvironmentVariable(Variable) == "1")
            Assert.Fail($"{Variable}=1, and this test {need}");
        Assert.Skip(need);
    }
}
