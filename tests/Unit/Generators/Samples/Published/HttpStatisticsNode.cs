using VolumeCount.Scope;

namespace VolumeCount.Tests.Unit.Generators.Samples.Published;

/// <summary>A process that speaks HTTP. A rate of null is one that the process does not have.</summary>
internal sealed class HttpStatisticsNode
{
    [NodeId(NodeIdPart.Host)]
    public required string Host { get; init; }

    [NodeId(NodeIdPart.Pid)]
    public required int Pid { get; init; }

    [Metric(Id = "http_requests_per_second", Label = "HTTP Req/Second", Priority = 0.1)]
    public double? Requests { get; init; }

    [Metric(Id = "http_100_responses_per_second", Label = "HTTP Resp 100/Second", Priority = 0.1)]
    public double? Continue { get; init; }

    [Metric(Id = "http_102_responses_per_second", Label = "HTTP Resp 102/Second", Priority = 0.102)]
    public double? Processing { get; init; }

    [Metric(Id = "http_200_responses_per_second", Label = "HTTP Resp 200/Second", Priority = 0.2)]
    public double? Ok { get; init; }

    [Metric(Id = "http_201_responses_per_second", Label = "HTTP Resp 201/Second", Priority = 0.201)]
    public double? Created { get; init; }

    [Metric(Id = "http_204_responses_per_second", Label = "HTTP Resp 204/Second", Priority = 0.204)]
    public double? NoContent { get; init; }

    [Metric(Id = "http_308_responses_per_second", Label = "HTTP Resp 308/Second", Priority = 0.308)]
    public double? PermanentRedirect { get; init; }

    [Metric(Id = "http_400_responses_per_second", Label = "HTTP Resp 400/Second", Priority = 0.4)]
    public double? BadRequest { get; init; }

    [Metric(Id = "http_401_responses_per_second", Label = "HTTP Resp 401/Second", Priority = 0.401)]
    public double? Unauthorized { get; init; }

    [Metric(Id = "http_403_responses_per_second", Label = "HTTP Resp 403/Second", Priority = 0.403)]
    public double? Forbidden { get; init; }

    [Metric(Id = "http_404_responses_per_second", Label = "HTTP Resp 404/Second", Priority = 0.404)]
    public double? NotFound { get; init; }

    [Metric(Id = "http_408_responses_per_second", Label = "HTTP Resp 408/Second", Priority = 0.408)]
    public double? RequestTimeout { get; init; }

    [Metric(Id = "http_451_responses_per_second", Label = "HTTP Resp 451/Second", Priority = 0.451)]
    public double? Unavailable { get; init; }

    [Metric(Id = "http_500_responses_per_second", Label = "HTTP Resp 500/Second", Priority = 0.5)]
    public double? InternalServerError { get; init; }

    [Metric(Id = "http_501_responses_per_second", Label = "HTTP Resp 501/Second", Priority = 0.501)]
    public double? NotImplemented { get; init; }

    [Metric(Id = "http_502_responses_per_second", Label = "HTTP Resp 502/Second", Priority = 0.502)]
    public double? BadGateway { get; init; }

    [Metric(Id = "http_OTHERS_responses_per_second", Label = "HTTP Resp OTHERS/Second", Priority = 1)]
    public double? Others { get; init; }
}
