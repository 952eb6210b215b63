using static VolumeCount.Tests.Unit.Generators.Samples.Published.SampleJson;

namespace VolumeCount.Tests.Unit.Generators.Samples.Published;

/// <summary>
/// The plugin for HTTP statistics. Ours differs on purpose: a metric has a <c>min</c> and a <c>max</c>, which are 0 in Scope
/// where they are not reported, dates have whole seconds, and the templates of all metrics are always there.
/// </summary>
public sealed class HttpStatisticsReportTests
{
    private static readonly string[] Codes =
    [
        "100", "102", "200", "201", "204", "308", "400", "401", "403", "404", "408", "451", "500", "501", "502", "OTHERS",
    ];

    [Fact]
    public void Report_OfProcesses_SaysWhatThePublishedPluginDoes()
    {
        var report = Write(
            new HttpStatisticsReport
            {
                Time = new(2026, 11, 22, 21, 16, 30, TimeSpan.Zero),
                Processes =
                [
                    new() { Host = "alpha", Pid = 4242, Requests = 12, Ok = 11, Others = 1 },
                    new() { Host = "alpha", Pid = 7, Requests = 0 },
                ],
            },
            HttpStatisticsReportContext.Write);

        AssertSame(
            $$"""
            {
              "Process": {
                "nodes": {
                  "alpha;4242": {
                    "metrics": {
                      "http_requests_per_second": {{Metric(12)}},
                      "http_200_responses_per_second": {{Metric(11)}},
                      "http_OTHERS_responses_per_second": {{Metric(1)}}
                    }
                  },
                  "alpha;7": {
                    "metrics": { "http_requests_per_second": {{Metric(0)}} }
                  }
                },
                "metric_templates": {
                  "http_requests_per_second": {
                    "id": "http_requests_per_second", "label": "HTTP Req/Second", "priority": 0.1
                  },
                  {{string.Join(',', Codes.Select(Template))}}
                }
              },
              "Plugins": [
                {
                  "id": "http-statistics",
                  "label": "HTTP Statistics",
                  "description": "Adds http request metrics to processes",
                  "interfaces": ["reporter"],
                  "api_version": "1"
                }
              ]
            }
            """,
            report);
    }

    [Fact]
    public void Controls_OfAReportWithoutAny_AreNone() => Assert.Empty(HttpStatisticsReportContext.Controls.Controls);

    private static string Metric(int rate) =>
        $$"""{ "samples": [{ "date": "2026-11-22T21:16:30Z", "value": {{rate}} }], "min": {{rate}}, "max": {{rate}} }""";

    private static string Template(string code)
    {
        var priority = code is "OTHERS" ? "1" : "0." + code.TrimEnd('0');

        return $$"""
            "http_{{code}}_responses_per_second": {
              "id": "http_{{code}}_responses_per_second",
              "label": "HTTP Resp {{code}}/Second",
              "priority": {{priority}}
            }
            """;
    }
}
