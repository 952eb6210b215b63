namespace VolumeCount.Scope.Vocabulary;

/// <summary>
/// The priorities of rows: a lower one is drawn earlier, including those below 0 (Scope 1.13.2: report/metadata_template.go,
/// client/app/scripts/components/node-details/node-details-info.js).
/// </summary>
internal static class Priorities
{
    /// <summary>The lowest priority of the rows that Scope's page hides behind "+N".</summary>
    public const double FirstHidden = 10;

    /// <summary>
    /// The priority that Scope's app leaves out, so that its page neither sorts the row nor shows it without a click.
    /// </summary>
    public const double Omitted = 0;
}
