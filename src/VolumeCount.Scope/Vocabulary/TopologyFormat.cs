namespace VolumeCount.Scope.Vocabulary;

/// <summary>One of Scope's topologies.</summary>
/// <param name="Name">The name in a report's JSON, such as <c>DaemonSet</c>.</param>
/// <param name="NodeName">The name in a node's <c>topology</c> and <c>parents</c>, such as <c>daemon_set</c>.</param>
/// <param name="IdForm">The form of its node ids.</param>
internal sealed record TopologyFormat(string Name, string NodeName, NodeIdForm IdForm);
