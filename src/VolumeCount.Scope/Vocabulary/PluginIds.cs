namespace VolumeCount.Scope.Vocabulary;

/// <summary>The ids of plugins (Scope 1.13.2: probe/plugins/registry.go).</summary>
internal static class PluginIds
{
    /// <summary>
    /// Whether <paramref name="id"/> consists of ASCII letters and digits, in groups joined by single hyphens.
    /// </summary>
    public static bool IsValid(string id) => id.Split('-').All(static group =>
        group.Length > 0 && group.All(static c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9')));
}
