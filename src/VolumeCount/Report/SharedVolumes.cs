using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using VolumeCount.Inventory;

namespace VolumeCount.Report;

/// <summary>Which containers mount the same volume, or the same path of the host.</summary>
internal sealed class SharedVolumes
{
    /// <summary>The number of names that are written out.</summary>
    private const int MaxNames = 5;

    /// <summary>The size of the filter: it takes about one volume in sixteen for shared that is not.</summary>
    private const int FilterBitsPerMount = 16;

    private const string NamespaceLabel = "io.kubernetes.pod.namespace";

    /// <summary>
    /// The folders of the host's own system and of its container engine. Containers mount them to use or to watch the host,
    /// such as <c>/etc/localtime</c> and <c>/var/run/docker.sock</c>, and not to exchange data.
    /// </summary>
    private static readonly string[] SystemFolders =
    [
        "/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/proc", "/run", "/sbin", "/sys", "/usr",
        "/var/lib/containerd", "/var/lib/docker", "/var/lib/kubelet", "/var/run",
    ];

    // Those that may share something, in the order of their names: a container's place here is its rank.
    private readonly Container[] _candidates;

    private readonly Dictionary<string, SharingGroup> _groups = new(StringComparer.Ordinal);

    private SharedVolumes(ImmutableArray<Container> containers)
    {
        Containers = containers;

        // Most volumes have one user, and a table of all volumes would be the largest object of the program.
        var mayBeShared = CreateFilter(containers);
        _candidates =
        [
            .. containers
                .Where(container => Keys(container).Any(mayBeShared))
                .OrderBy(NameOf, StringComparer.Ordinal)
                .ThenBy(static container => container.Id, StringComparer.Ordinal),
        ];
        var users = FindUsers(mayBeShared);

        // Containers that mount the same shared volumes form one group, whose members are found once.
        var groups = new Dictionary<string, SharingGroup>(StringComparer.Ordinal);
        var union = new ulong[RankSet.WordsFor(_candidates.Length)];
        foreach (var container in _candidates)
        {
            string[] shared = [.. Keys(container).Where(users.ContainsKey)];
            if (shared.Length == 0)
                continue;

            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, string.Join('\0', shared), out _);
            _groups[container.Id] = group ??= SharingGroup.Of([.. shared.Select(key => users[key])], MaxNames + 1, union);
        }
    }

    /// <summary>The containers that were compared.</summary>
    public ImmutableArray<Container> Containers { get; }

    /// <summary>
    /// The names of the other containers with which a container shares a volume or a path of the host, in ordinal order: at
    /// most five, and the number of the others. Null if it shares nothing.
    /// </summary>
    public string? this[Container container]
    {
        get
        {
            if (!_groups.TryGetValue(container.Id, out var group))
                return null;

            var names = string.Join(", ", group.First
                .Select(rank => _candidates[rank])
                .Where(other => other.Id != container.Id)
                .Take(MaxNames)
                .Select(NameOf));
            var rest = group.Count - 1 - MaxNames;
            return rest > 0 ? string.Create(CultureInfo.InvariantCulture, $"{names} and {rest} more") : names;
        }
    }

    public static SharedVolumes Of(ImmutableArray<Container> containers) => new(containers);

    private static string NameOf(Container container) =>
        container.Name.Length > 0 ? container.Name : container.ShortId;

    /// <summary>
    /// What identifies the volumes and paths of a container that others may mount as well. The name of a volume has no
    /// slash, a path begins with one, and a volume of Kubernetes has its pod or namespace before one.
    /// </summary>
    private static IEnumerable<string> Keys(Container container)
    {
        foreach (var mount in container.Mounts.Items)
        {
            var key = mount switch
            {
                { Source: null } => null,
                { Type: "volume" or "bind" or "hostpath" } => mount.Source,
                { Type: "emptydir" } => Qualify(container.Description?.PodUid, mount.Source),
                { Type: "pvc" } => Qualify(NamespaceOf(container), mount.Source),
                _ => null,
            };
            if (key is not null && !IsOfTheSystem(key))
                yield return key;
        }
    }

    private static string? Qualify(string? owner, string name) => owner is null ? null : $"{owner}/{name}";

    private static string? NamespaceOf(Container container) =>
        container.Description?.Labels.FirstOrDefault(static label => label.Name == NamespaceLabel).Value;

    private static bool IsOfTheSystem(string key)
    {
        if (key is "" or "/")
            return true;

        foreach (var folder in SystemFolders)
        {
            if (key.StartsWith(folder, StringComparison.Ordinal)
                && (key.Length == folder.Length || key[folder.Length] == '/'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Creates a filter that lets each shared volume through, and few others.</summary>
    private static Func<string, bool> CreateFilter(ImmutableArray<Container> containers)
    {
        var length = FilterBitsPerMount * (containers.Sum(static container => container.VolumeCount) + 1);
        BitArray isUsed = new(length), isUsedAgain = new(length);
        foreach (var container in containers)
        {
            foreach (var key in Keys(container))
            {
                var bit = Bit(key);
                isUsedAgain[bit] |= isUsed[bit];
                isUsed[bit] = true;
            }
        }

        return key => isUsedAgain[Bit(key)];

        int Bit(string key) => (int)((uint)string.GetHashCode(key) % (uint)length);
    }

    /// <summary>The ranks of the users of each volume that has more than one.</summary>
    private Dictionary<string, RankSet> FindUsers(Func<string, bool> mayBeShared)
    {
        var users = new Dictionary<string, RankSet>(StringComparer.Ordinal);
        for (var rank = 0; rank < _candidates.Length; rank++)
        {
            foreach (var key in Keys(_candidates[rank]).Where(mayBeShared))
            {
                ref var ranks = ref CollectionsMarshal.GetValueRefOrAddDefault(users, key, out _);
                (ranks ??= new RankSet()).Add(rank);
            }
        }

        foreach (var (key, ranks) in users)
        {
            if (ranks.Count == 1)
                users.Remove(key);
        }

        return users;
    }
}
