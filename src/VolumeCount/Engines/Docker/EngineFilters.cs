namespace VolumeCount.Engines.Docker;

/// <summary>Writes filters as Docker takes them.</summary>
internal static class EngineFilters
{
    /// <summary>Lets through what has one of the values.</summary>
    public static Dictionary<string, IDictionary<string, bool>> Of(string name, IEnumerable<string> values) => new()
    {
        [name] = values.ToDictionary(value => value, _ => true),
    };
}
