using System.Collections.Immutable;
using System.Text.RegularExpressions;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Report;

public sealed class SharedVolumesTests
{
    [Fact]
    public void Containers_WithOneVolume_ShareIt() => Assert.Equal(
        ["b, c", "a, c", "a, b", null],
        Shared(
            Container("a", Volume("data")),
            Container("b", Volume("data")),
            Container("c", Volume("data")),
            Container("d", Volume("d"))));

    [Fact]
    public void Containers_WithOnePathOfTheHost_ShareIt() => Assert.Equal(
        ["b", "a", null],
        Shared(Container("a", Bind("/srv/www")), Container("b", Bind("/srv/www")), Container("c", Bind("/srv"))));

    [Fact]
    public void Container_WithSeveralSharedVolumes_NamesEachOtherOnceInOrdinalOrder() => Assert.Equal(
        ["B, a, c", "c, main", "a, main", "main"],
        Shared(
            Container("main", Volume("x"), Volume("y"), Bind("/srv")),
            Container("a", Volume("x"), Volume("y")),
            Container("c", Volume("x")),
            Container("B", Bind("/srv"))));

    [Theory]
    [InlineData(6, "n1, n2, n3, n4, n5")]
    [InlineData(7, "n1, n2, n3, n4, n5 and 1 more")]
    [InlineData(9, "n1, n2, n3, n4, n5 and 3 more")]
    public void MoreThanFiveNames_AreCounted(int containers, string expected) =>
        Assert.Equal(
            expected, Shared([.. Enumerable.Range(0, containers).Select(i => Container($"n{i}", Volume("data")))])[0]);

    [Fact]
    public void MoreThanFiveNames_OfSeveralVolumes_AreCountedOnce()
    {
        var containers = Enumerable.Range(0, 9).Select(
            i => Container($"n{i}", Volume("x"), Volume(i % 2 == 0 ? "even" : "odd")));

        Assert.Equal("n0, n1, n2, n3, n4 and 3 more", Shared([.. containers])[8]);
    }

    [Fact]
    public void Documentation_NamesThePathsThatDoNotCount()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/commands.md"));
        var section = page[page.IndexOf("## Which containers share volumes", StringComparison.Ordinal)..];
        var paths = Regex.Matches(section, "`(/[^`]*)`").Select(static match => match.Groups[1].Value).ToList();

        Assert.All(
            paths,
            static path => Assert.All(Shared(Container("a", Bind(path)), Container("b", Bind(path))), Assert.Null));
        Assert.Contains("/var/run", paths);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/etc/localtime")]
    [InlineData("/etc/hosts")]
    [InlineData("/etc")]
    [InlineData("/var/run/docker.sock")]
    [InlineData("/run/containerd/containerd.sock")]
    [InlineData("/dev/shm")]
    [InlineData("/usr/share/zoneinfo")]
    [InlineData("/var/lib/docker/containers")]
    public void PathOfTheHostsSystem_IsNotShared(string path)
    {
        Assert.Equal([null, null], Shared(Container("a", Bind(path)), Container("b", Bind(path))));
        Assert.Equal([null, null], Shared(Container("a", HostPath(path)), Container("b", HostPath(path))));
    }

    [Theory]
    [InlineData("/etcetera")]
    [InlineData("/var/lib/data")]
    [InlineData("/home/me/etc")]
    [InlineData("/mnt")]
    public void OtherPathOfTheHost_IsShared(string path)
    {
        Assert.Equal(["b", "a"], Shared(Container("a", Bind(path)), Container("b", Bind(path))));
        Assert.Equal(["b", "a"], Shared(Container("a", HostPath(path)), Container("b", HostPath(path))));
    }

    [Theory]
    [InlineData("tmpfs", null)]
    [InlineData("npipe", @"\\.\pipe\x")]
    [InlineData("image", "docker.io/library/models:1")]
    [InlineData("configmap", "web")]
    [InlineData("kubelet", null)]
    public void MountOfAnotherType_IsNotShared(string type, string? source)
    {
        var mount = new Mount("/x", type, source, Driver: null, IsWritable: true);

        Assert.Equal([null, null], Shared(Container("a", mount), Container("b", mount)));
    }

    [Fact]
    public void VolumeOfAPod_IsSharedInThePodAlone()
    {
        var cache = new Mount("/cache", "emptydir", "cache", Driver: null, IsWritable: true);

        Assert.Equal(
            ["proxy", "app", null, null],
            Shared(
                InPod("one", "default", Container("app", cache)),
                InPod("one", "default", Container("proxy", cache)),
                InPod("two", "default", Container("other", cache)),
                Container("undescribed", cache)));
    }

    [Fact]
    public void PersistentVolume_IsSharedInTheNamespaceAlone()
    {
        var claim = new Mount("/data", "pvc", "data", Driver: null, IsWritable: true);

        Assert.Equal(
            ["b", "a", null, null],
            Shared(
                InPod("one", "default", Container("a", claim)),
                InPod("two", "default", Container("b", claim)),
                InPod("three", "test", Container("c", claim)),
                Container("undescribed", claim)));
    }

    [Fact]
    public void Container_ThatMountsAVolumeTwice_DoesNotShareItWithItself() =>
        Assert.Equal([null], Shared(Container("a", Volume("data"), Volume("data") with { Destination = "/other" })));

    [Fact]
    public void Container_WithoutAName_IsNamedByItsShortId()
    {
        var nameless = Container("", Volume("data"));

        Assert.Equal(nameless.Id[..12], Shared(nameless, Container("a", Volume("data")))[1]);
    }

    [Fact]
    public void Rename_IsFollowed()
    {
        var (one, other) = (Container("one", Volume("data")), Container("other", Volume("data")));

        Assert.Equal(["other", "one"], Shared(one, other));
        Assert.Equal(["new", "one"], Shared(one, other with { Name = "new" }));
    }

    [Fact]
    public void Removal_IsFollowed()
    {
        ImmutableArray<Container> containers =
            [Container("a", Volume("data")), Container("b", Volume("data")), Container("c", Volume("data"))];

        Assert.Equal(["c", "a"], Shared(containers.RemoveAt(1)));
        Assert.Equal([null], Shared([containers[0]]));
    }

    [Fact]
    public void Containers_OfRandomVolumes_ShareWhatAPlainComparisonFinds()
    {
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            ImmutableArray<Container> containers =
            [
                .. Enumerable.Range(0, random.Next(1, 300)).Select(i => Container(
                    $"c{random.Next(1_000)}",
                    [
                        .. Enumerable.Range(0, random.Next(4))
                            .Select(mount => Volume($"v{random.Next(random.Next(1, 400))}")),
                    ])),
            ];

            Assert.Equal(containers.Select(Expected), Shared(containers));

            string? Expected(Container container)
            {
                var sources = container.Mounts.Select(mount => mount.Source).ToHashSet();
                string[] names =
                [
                    .. containers
                        .Where(other => other != container && other.Mounts.Any(mount => sources.Contains(mount.Source)))
                        .Select(other => other.Name)
                        .Order(StringComparer.Ordinal),
                ];
                var rest = names.Length > 5 ? $" and {names.Length - 5} more" : "";
                return names.Length == 0 ? null : string.Join(", ", names.Take(5)) + rest;
            }
        }
    }

    /// <summary>Every pair of containers has a volume of its own beside two that nearly all mount.</summary>
    [Fact]
    public void VolumesOfTenThousandContainers_AreComparedInAMoment()
    {
        ImmutableArray<Container> containers =
        [
            .. Enumerable.Range(0, 10_000).Select(i => i == 0
                ? Container("c00000", Volume("x"))
                : Container($"c{i:d5}", Volume("x"), Volume("y"), Volume($"pair-{i / 2}"))),
        ];
        var before = Environment.TickCount64;

        Assert.Equal(
            "c00000, c00001, c00002, c00003, c00004 and 9994 more", SharedVolumes.Of(containers)[containers[9_999]]);

        Assert.InRange(Environment.TickCount64 - before, 0, 5_000);
    }

    [Fact]
    public void Report_HasTheRowOfThoseThatShareAlone()
    {
        Container[] containers =
            [Container("a", Volume("data")), Container("b", Volume("data")), Container("c", Volume("own"))];

        var report = VolumeCountReport.From(new InventorySnapshot(DateTimeOffset.UtcNow, [.. containers]));

        Assert.Equal(["b", "a", null], report.Containers.Select(node => node.SharesVolumesWith));
        Assert.Equal(
            [null, null, null],
            VolumeCountReport.From(report.Snapshot, shared: null).Containers.Select(node => node.SharesVolumesWith));
    }

    private static string?[] Shared(params ImmutableArray<Container> containers)
    {
        var shared = SharedVolumes.Of(containers);
        return [.. containers.Select(container => shared[container])];
    }

    private static Container Container(string name, params Mount[] mounts) =>
        new(Containers.RandomId(), [.. mounts]) { Name = name };

    private static Container InPod(string uid, string podNamespace, Container container) => container with
    {
        Description = new ContainerDescription
        {
            State = "running",
            PodUid = uid,
            Labels = [new("app", "x"), new("io.kubernetes.pod.namespace", podNamespace)],
        },
    };

    private static Mount Volume(string name) => new($"/{name}", "volume", name, "local", IsWritable: true);

    private static Mount Bind(string path) => new($"/in{path}", "bind", path, null, IsWritable: true);

    private static Mount HostPath(string path) => Bind(path) with { Type = "hostpath" };
}
