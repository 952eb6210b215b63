using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Contract.Model;

namespace VolumeCount.Scope.Contract;

/// <summary>
/// Scope's requirements of a plugin's registration, in the order in which it checks them (Scope 1.13.2:
/// probe/plugins/registry.go).
/// </summary>
internal static class Registration
{
    private const string ApiVersion = "1";
    private const string Path = "$.Plugins";

    /// <exception cref="ContractViolationException">Scope would not register the plugin.</exception>
    public static void Check(ScopeReport report, string pluginId, FindingList findings)
    {
        var count = report.Plugins.Count;
        Require(
            count == 1,
            ContractRule.Plugin,
            Path,
            "'Plugins' must have exactly one entry",
            $"report must contain exactly one plugin (found {count})");

        var plugin = report.Plugins[0];
        Require(
            plugin.Id == pluginId,
            ContractRule.Plugin,
            $"{Path}[0].id",
            $"the plugin's id must be '{pluginId}', as the socket is named, and not '{plugin.Id}'",
            $"plugin must not change its id (is \"{plugin.Id}\", should be \"{pluginId}\")");
        Require(
            plugin.ApiVersion == ApiVersion,
            ContractRule.Registration,
            $"{Path}[0].api_version",
            $"the plugin's api_version must be \"{ApiVersion}\", and not \"{plugin.ApiVersion}\"",
            $"incorrect API version: expected \"{ApiVersion}\", got \"{plugin.ApiVersion}\"");
        Require(
            plugin.Label.Length > 0,
            ContractRule.Registration,
            $"{Path}[0].label",
            "the plugin's label must not be empty",
            "spec must contain a label");
        Require(
            plugin.Implements("reporter"),
            ContractRule.Registration,
            $"{Path}[0].interfaces",
            "the plugin's interfaces must hold 'reporter'",
            "spec must implement the \"reporter\" interface");

        void Require(bool condition, ContractRule rule, string path, string message, string error)
        {
            if (condition)
                return;
            findings.Add(rule, path, message);
            throw new ContractViolationException(rule, error);
        }
    }
}
