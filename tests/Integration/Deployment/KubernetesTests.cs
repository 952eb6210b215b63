using System.Text.Json.Nodes;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Deployment;

/// <summary><c>deploy/kubernetes</c>, as <c>kubectl</c> reads it.</summary>
public sealed class KubernetesTests
{
    public static TheoryData<string> Overlays => ["docker", "containerd", "crio", "k3s"];

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task Container_IsLockedDown(string overlay)
    {
        var pod = (await ReadAsync(overlay, "DaemonSet"))["spec"]!["template"]!["spec"]!;
        var container = Assert.Single(pod["containers"]!.AsArray())!;

        Assert.Equal(
            """{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"readOnlyRootFilesystem":true"""
            + ""","runAsGroup":0,"runAsUser":0,"seccompProfile":{"type":"RuntimeDefault"}}""",
            container["securityContext"]!.ToJsonString());
        Assert.Equal("64Mi", container["resources"]!["limits"]!["memory"]!.GetValue<string>());
        Assert.Equal("false", pod["automountServiceAccountToken"]!.ToJsonString());
        Assert.All(["hostNetwork", "hostPID", "hostIPC"], host => Assert.Null(pod[host]));
        var policy = (await ReadAsync(overlay, "NetworkPolicy"))["spec"]!;
        Assert.Equal("""["Ingress","Egress"]""", policy["policyTypes"]!.ToJsonString());
        Assert.Equal(
            (await ReadAsync(overlay, "DaemonSet"))["spec"]!["selector"]!.ToJsonString(),
            policy["podSelector"]!.ToJsonString());
    }

    [Theory]
    [InlineData("docker", "/run", "/host/run", "VOLUME_COUNT_ENGINE=docker", "DOCKER_HOST=unix:///host/run/docker.sock")]
    [InlineData(
        "containerd", "/run/containerd", "/run/containerd", "VOLUME_COUNT_ENGINE=cri",
        "CONTAINER_RUNTIME_ENDPOINT=unix:///run/containerd/containerd.sock")]
    [InlineData(
        "crio", "/run/crio", "/run/crio", "VOLUME_COUNT_ENGINE=cri",
        "CONTAINER_RUNTIME_ENDPOINT=unix:///run/crio/crio.sock")]
    [InlineData(
        "k3s", "/run/k3s/containerd", "/run/k3s/containerd", "VOLUME_COUNT_ENGINE=cri",
        "CONTAINER_RUNTIME_ENDPOINT=unix:///run/k3s/containerd/containerd.sock")]
    public async Task Pod_RunsWhereScopesAgentDoesWithTheFolderOfTheSocket(
        string overlay, string folder, string mountPath, params string[] environment)
    {
        var set = await ReadAsync(overlay, "DaemonSet");
        var pod = set["spec"]!["template"]!["spec"]!;
        var container = pod["containers"]![0]!;

        Assert.Equal("weave", set["metadata"]!["namespace"]!.GetValue<string>());
        Assert.Equal("""[{"effect":"NoSchedule","operator":"Exists"}]""", pod["tolerations"]!.ToJsonString());
        Assert.Equal(
            environment, container["env"]!.AsArray().Select(variable => $"{variable!["name"]}={variable["value"]}"));
        Assert.Equal(
            [$"{folder} Directory", "/var/run/scope/plugins DirectoryOrCreate"],
            pod["volumes"]!.AsArray().Select(volume => $"{volume!["hostPath"]!["path"]} {volume["hostPath"]!["type"]}"));
        Assert.Equal(
            [mountPath, "/var/run/scope/plugins"],
            container["volumeMounts"]!.AsArray().Select(mount => mount!["mountPath"]!.GetValue<string>()));
        Assert.Equal(
            pod["volumes"]!.AsArray().Select(volume => $"{volume!["name"]}"),
            container["volumeMounts"]!.AsArray().Select(mount => $"{mount!["name"]}"));
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task Pod_IsProbedByTheProgramAndReplacedWithoutASecondOneBesideIt(string overlay)
    {
        var set = (await ReadAsync(overlay, "DaemonSet"))["spec"]!;
        var container = set["template"]!["spec"]!["containers"]![0]!;

        Assert.All(["startupProbe", "readinessProbe", "livenessProbe"], probe => Assert.Equal(
            """["/volume-count","healthcheck"]""", container[probe]!["exec"]!["command"]!.ToJsonString()));
        Assert.Equal("""{"maxSurge":0,"maxUnavailable":1}""", set["updateStrategy"]!["rollingUpdate"]!.ToJsonString());
    }

    private static async Task<JsonNode> ReadAsync(string overlay, string kind)
    {
        if ((await Command.RunAsync("bash", ["-c", "command -v kubectl"])).ExitCode != 0)
            Assert.Skip("needs the command kubectl");

        // An empty patch turns YAML into JSON, one object after the other, and asks no cluster.
        var objects = await Command.OutputAsync(
            "bash", "-c",
            $"kubectl kustomize '{Repository.Root}/deploy/kubernetes/{overlay}' | "
            + "kubectl patch --local -f - --type merge -p '{}' -o json");
        return JsonNode.Parse($"[{objects.Replace("\n}\n{", "\n},\n{", StringComparison.Ordinal)}]")!.AsArray()
            .Single(node => node!["kind"]!.GetValue<string>() == kind)!;
    }
}
