namespace VolumeCount.Scope.Vocabulary;

/// <summary>
/// The ids of controls. Scope stores the ids of a node's controls with semicolons between them, its page puts an id into an
/// address as it is, and its app unescapes the address (Scope 1.13.2: client/app/scripts/actions/request-actions.js,
/// app/router.go).
/// </summary>
internal static class ControlIds
{
    /// <summary>The printable characters that an id must not contain.</summary>
    public const string UnroutableCharacters = @";/?#%+\";

    /// <summary>Whether a request for the control with that id reaches the plugin.</summary>
    public static bool IsRoutable(string id) =>
        id is not ("." or "..")
        && id.LastOrDefault() is not ' '
        && !id.Any(static c => UnroutableCharacters.Contains(c) || char.IsControl(c));
}
