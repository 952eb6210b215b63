using System.Text;
using VolumeCount.Scope.Contract;
using VolumeCount.Scope.Contract.Decoding;
using VolumeCount.Scope.Contract.Findings;

namespace VolumeCount.Tests.Unit.Contract;

public sealed class RegistrationTests
{
    private const string Good = """{"id":"test","label":"Test","interfaces":["reporter"],"api_version":"1"}""";

    [Theory]
    [InlineData(Good)]
    [InlineData(
        """{"id":"test","label":"T","interfaces":["controller","reporter"],"api_version":"1","description":"D","status":"S"}""")]
    [InlineData("""{"id":"test","label":"T","interfaces":["reporter"],"api_version":1}""")]
    [InlineData(Good + "," + Good)]
    public void Plugin_ThatScopeRegisters_IsTaken(string plugins) => Assert.Null(Error(plugins));

    [Theory]
    [InlineData("", "report must contain exactly one plugin (found 0)")]
    [InlineData("""{"id":"a"},{"id":"b"}""", "report must contain exactly one plugin (found 2)")]
    [InlineData(
        """{"id":"other","label":"T","interfaces":["reporter"],"api_version":"1"}""",
        "plugin must not change its id (is \"other\", should be \"test\")")]
    [InlineData("{}", "plugin must not change its id (is \"\", should be \"test\")")]
    [InlineData(
        """{"id":"test","label":"","interfaces":[],"api_version":"2"}""",
        "incorrect API version: expected \"1\", got \"2\"")]
    [InlineData(
        """{"id":"test","label":"T","interfaces":["reporter"]}""", "incorrect API version: expected \"1\", got \"\"")]
    [InlineData("""{"id":"test","label":"","interfaces":["reporter"],"api_version":"1"}""", "spec must contain a label")]
    [InlineData("""{"id":"test","interfaces":[],"api_version":"1"}""", "spec must contain a label")]
    [InlineData(
        """{"id":"test","label":"T","interfaces":["controller"],"api_version":"1"}""",
        "spec must implement the \"reporter\" interface")]
    [InlineData("""{"id":"test","label":"T","api_version":"1"}""", "spec must implement the \"reporter\" interface")]
    public void Plugin_ThatScopeDoesNotRegister_IsRefusedInScopesWords(string plugins, string error) =>
        Assert.Equal(error, Error(plugins));

    [Theory]
    [InlineData("", "Plugin $.Plugins: 'Plugins' must have exactly one entry")]
    [InlineData(
        """{"id":"a"}""", "Plugin $.Plugins[0].id: the plugin's id must be 'test', as the socket is named, and not 'a'")]
    [InlineData(
        """{"id":"test","api_version":"2"}""",
        "Registration $.Plugins[0].api_version: the plugin's api_version must be \"1\", and not \"2\"")]
    [InlineData(
        """{"id":"test","api_version":"1"}""", "Registration $.Plugins[0].label: the plugin's label must not be empty")]
    [InlineData(
        """{"id":"test","api_version":"1","label":"T"}""",
        "Registration $.Plugins[0].interfaces: the plugin's interfaces must hold 'reporter'")]
    public void Plugin_ThatScopeDoesNotRegister_IsFoundWithItsPlace(string plugins, string finding)
    {
        var findings = new FindingList();
        var report = ReportDecoder.Decode(Encoding.UTF8.GetBytes($"{{\"Plugins\":[{plugins}]}}"), Reports.Now, findings);

        Assert.Throws<ContractViolationException>(() => Registration.Check(report, "test", findings));

        Assert.Equal(finding, findings.ToFindings().Select(found => $"{found.Rule} {found}").Last());
    }

    private static string? Error(string plugins)
    {
        var findings = new FindingList();
        var report = ReportDecoder.Decode(Encoding.UTF8.GetBytes($"{{\"Plugins\":[{plugins}]}}"), Reports.Now, findings);
        return Record.Exception(() => Registration.Check(report, "test", findings))?.Message;
    }
}
