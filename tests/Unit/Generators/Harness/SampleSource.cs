namespace VolumeCount.Tests.Unit.Generators.Harness;

/// <summary>Sources that several tests start from.</summary>
internal static class SampleSource
{
    /// <summary>A report with one topology and one row.</summary>
    public const string VolumeCount =
        """
        using System;
        using System.Collections.Generic;
        using VolumeCount.Scope;

        namespace Sample;

        [Plugin("volume-count", Label = "Volume Counts", Description = "Shows how many volumes each container has mounted")]
        internal sealed class VolumeCountReport
        {
            [ReportTime]
            public required DateTimeOffset Time { get; init; }

            [Topology(ScopeTopology.Container)]
            public required IReadOnlyCollection<ContainerNode> Containers { get; init; }
        }

        internal readonly record struct ContainerNode
        {
            [NodeId]
            public required string Id { get; init; }

            [Metadata(Label = "# Volumes", Priority = 0.1)]
            public required int VolumeCount { get; init; }
        }
        """;

    /// <summary>The time of a report.</summary>
    public const string Time = "[ReportTime] public DateTimeOffset Time { get; init; }";

    /// <summary>The id of a node.</summary>
    public const string Id = "[NodeId] public string Id { get; init; } = \"\";";

    /// <summary>A report around <paramref name="members"/>, with nothing else in it that could be wrong.</summary>
    public static string Report(string members) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Threading;
        using System.Threading.Tasks;
        using VolumeCount.Scope;
        using VolumeCount.Scope.Controls;
        using VolumeCount.Scope.Writing;

        namespace Sample;

        [Plugin("sample", Label = "Sample")]
        public class SampleReport
        {
            {{members}}
        }
        """;

    /// <summary>A report with a time, whose nodes are of a class around <paramref name="members"/>.</summary>
    public static string Node(
        string members, string topology = "Container", string declaration = "class SampleNode") => Report(
        $$"""
        {{Time}}

            [Topology(ScopeTopology.{{topology}})]
            public IEnumerable<SampleNode> Nodes { get; init; } = [];
        }

        public {{declaration}}
        {
            {{members}}
        """);
}
