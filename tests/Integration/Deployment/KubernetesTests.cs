using System.Text.Json.Nodes;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Deployment;

/// <summary><c>deploy/kubernetes</c>, as <c>kubectl</c> reads it.</summary>
public sealed class KubernetesTests
{
    [Fact]
    public async Task Container_IsLockedDown()
    {
        var pod = (await ReadAsync("DaemonSet"))["spec"]!["template"]!["spec"]!;
        var container = Assert.Single(pod["containers"]!.AsArray())!;

        Assert.Equal(
            """{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"readOnlyRootFilesystem":true,"runAsGroup":0,"runAsUser":0,"seccompProfile":{"type":"RuntimeDefault"}}""",
            container["securityContext"]!.ToJsonString());
        Assert.Equal("64Mi", container["resources"]!["limits"]!["memory"]!.GetValue<string>());
        Assert.Equal("false", pod["automountServiceAccountToken"]!.ToJsonString());
        Assert.All(["hostNetwork", "hostPID", "hostIPC"], host => Assert.Null(pod[host]));
        var policy = (await ReadAsync("NetworkPolicy"))["spec"]!;
        Assert.Equal("""["Ingress","Egress"]""", policy["policyTypes"]!.ToJsonString());
        Assert.Equal(
            (await ReadAsync("DaemonSet"))["spec"]!["selector"]!.ToJsonString(), policy["podSelector"]!.ToJsonString());
    }

    [Fact]
    public async Task Pod_RunsWhereScopesAgentDoesWithWhatThatHas()
    {
        var set = await ReadAsync("DaemonSet");
        var pod = set["spec"]!["template"]!["spec"]!;
        var container = pod["containers"]![0]!;

        Assert.Equal("weave", set["metadata"]!["namespace"]!.GetValue<string>());
        Assert.Equal("""[{"effect":"NoSchedule","operator":"Exists"}]""", pod["tolerations"]!.ToJsonString());
        Assert.Equal(
            ["/var/run/docker.sock Socket", "/var/run/scope/plugins DirectoryOrCreate"],
            pod["volumes"]!.AsArray().Select(volume => $"{volume!["hostPath"]!["path"]} {volume["hostPath"]!["type"]}"));
        Assert.Equal(
            pod["volumes"]!.AsArray().Select(volume => $"{volume!["name"]} {volume["hostPath"]!["path"]}"),
            container["volumeMounts"]!.AsArray().Select(mount => $"{mount!["name"]} {mount["mountPath"]}"));
    }

    [Fact]
    public async Task Pod_IsProbedByTheProgramAndReplacedWithoutASecondOneBesideIt()
    {
        var set = (await ReadAsync("DaemonSet"))["spec"]!;
        var container = set["template"]!["spec"]!["containers"]![0]!;

        Assert.All(["startupProbe", "readinessProbe", "livenessProbe"], probe => Assert.Equal(
            """["/volume-count","healthcheck"]""", container[probe]!["exec"]!["command"]!.ToJsonString()));
        Assert.Equal("""{"maxSurge":0,"maxUnavailable":1}""", set["updateStrategy"]!["rollingUpdate"]!.ToJsonString());
    }

    private static async Task<JsonNode> ReadAsync(string kind)
    {
        if ((await Command.RunAsync("bash", ["-c", "command -v kubectl"])).ExitCode != 0)
            Assert.Skip("needs the command kubectl");

        // An empty patch turns YAML into JSON, one object after the other, and asks no cluster.
        var objects = await Command.OutputAsync(
            "bash", "-c", $"kubectl kustomize '{Repository.Root}/deploy/kubernetes' | kubectl patch --local -f - --type merge -p '{{}}' -o json");
        return JsonNode.Parse($"[{objects.Replace("\n}\n{", "\n},\n{", StringComparison.Ordinal)}]")!.AsArray()
            .Single(node => node!["kind"]!.GetValue<string>() == kind)!;
    }
}
