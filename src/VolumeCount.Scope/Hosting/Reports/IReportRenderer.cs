namespace VolumeCount.Scope.Hosting.Reports;

/// <summary>Renders the plugin's report, whatever its type.</summary>
internal interface IReportRenderer
{
    /// <summary>
    /// Renders the report as of now. The caller disposes of it after sending it. No caller waits for another.
    /// </summary>
    RenderedReport Render();

    /// <summary>Renders the report for the next request, if there was one in the last seconds. Never throws.</summary>
    void RenderAhead();
}
