using System.Text;
using VolumeCount.Scope.Contract.Decoding;
using VolumeCount.Scope.Contract.Findings;

namespace VolumeCount.Tests.Unit.Contract.Decoding;

/// <summary>A report decoded without the contents of its nodes is judged as one that keeps them.</summary>
public sealed class ReportWithoutNodesTests
{
    private const string Node = """{"latest":{"k":{"timestamp":"2026-11-22T21:16:30Z","value":"v"}}}""";

    public static TheoryData<string> Bodies =>
    [
        "",
        "null",
        "[]",
        "{}",
        "{} {}",
        """{"Plugins":[{"id":"test","label":"Test","interfaces":["reporter"],"api_version":"1"}]}""",
        """{"Container":{"nodes":{"a;<container>":"""
            + Node
            + ""","b;<container>":{}},"shape":"heptagon"},"Host":{"nodes":{"h":{}}}}""",
        """{"Container":{"tag":"x","nodes":{"a":{"latest":7},"b":"""
            + Node
            + ""","c":{"unknown":true}},"unknown":[{"nodes":{}}]}}""",
        """{"Container":{"nodes":{"a":{},"a":{"latest":{"k":{"timestamp":"yesterday","value":"v"}}}}}}""",
        """{"Container":{"nodes":{"a":{}}},"Container":{"nodes":{"b":{}}}}""",
        """{"Container":{"nodes":{"a":{}},"nodes":{"b":{}}}}""",
        """{"Container":{"nodes":[]}}""",
        """{"Container":{"nodes":null}}""",
        """{"Container":{"nodes":{}}}""",
        """{"Container":{"nodes":"text"},"Pod":[{"nodes":{"p":{}}}],"Host":[]}""",
        """{"Container":{"nodes":{"a":null,"b":[],"c":"text","d":1}}}""",
        """{"Unknown":{"nodes":{"a":{}}},"DNS":{"nodes":{"a":{}}},"nodes":{"a":{}}}""",
        """{"Container":{"nodes":{"a":{"latest":{"k":{"value":"\ud800"}}}}}}""",
        """{"Container":{"nodes":{"\ud800":{}}}}""",
        """{"Container":{"nodes":{"a":{}""",
        """{"Container":{"nodes":{"a":{},}}}""",
        """{"Container":{"nodes":{"a":{}}},}""",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Report_DecodedWithoutTheContentsOfNodes_HasTheSameNodesAndFaults(string body)
    {
        var with = Decode(body, keepsNodes: true);
        var without = Decode(body, keepsNodes: false);

        Assert.Equal(with, without);
    }

    private static (string Nodes, string Findings, string? Error) Decode(string body, bool keepsNodes)
    {
        var findings = new FindingList();
        var nodes = "";
        string? error = null;
        try
        {
            var report = ReportDecoder.Decode(Encoding.UTF8.GetBytes(body), Reports.Now, findings, keepsNodes);
            nodes = string.Join(
                ' ', report.Topologies.SelectMany(topology => topology.Value.Nodes.Keys.Prepend(topology.Key)));
        }
        catch (ContractViolationException e)
        {
            error = e.Message;
        }

        return (nodes, string.Join('\n', findings.ToFindings()), error);
    }
}
