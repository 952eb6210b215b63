#!/usr/bin/env bash
# Runs a throwaway Docker engine that shares nothing with others on the machine: eng/dockerd.sh FOLDER SOCKET
#
# It ends when dockerd ends, when its standard input is closed, or on SIGTERM. FOLDER holds the engine's data and its log: the
# same engine can be started again. It needs root.
set -euo pipefail
folder=$1 socket=$2
export PATH=$PATH:/usr/sbin:/sbin
exec 3<&0 >>"$folder/log" 2>&1

engine='' watch='' bridge=''
end() {
    trap '' TERM INT HUP
    # The first process in the engine's namespace; `unshare` waits until the whole namespace has ended.
    [[ -z $engine ]] || kill -KILL "$(cat "/proc/$engine/task/$engine/children")" 2>/dev/null || kill -KILL "$engine" || true
    [[ -z $watch ]] || kill "$watch" 2>/dev/null || true
    wait
    [[ -z $bridge ]] || ip link delete "$bridge"
}
trap end EXIT
trap 'exit 143' TERM INT HUP

# Told to have no bridge, dockerd deletes `docker0`, which another engine uses. A network namespace of its own would keep the
# tests from containers with the host's network. So it gets a bridge, with addresses that are reserved for benchmarks (RFC 2544).
name=$(mktemp --dry-run vc-XXXXXXXX)
ip link add "$name" type bridge
bridge=$name
ip address add "198.$((18 + RANDOM % 2)).$((RANDOM % 64 * 4)).1/22" dev "$bridge"

# A killed engine leaves process ids and sockets here.
rm -rf "$folder/exec"
mkdir -p /run/containerd
echo '{}' >"$folder/daemon.json"
# In namespaces of its own: its mounts are not visible outside, it does not find another engine's containerd, and all its processes
# end with the first one. It changes no firewall rules and no forwarding.
# shellcheck disable=SC2016 # The inner shell expands "$@".
setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child --mount-proc \
    sh -c 'mount -t tmpfs tmpfs /run/containerd && exec "$@"' sh \
    dockerd --host "unix://$socket" --config-file "$folder/daemon.json" --pidfile "$folder/exec/docker.pid" \
    --data-root "$folder/data" --exec-root "$folder/exec" --exec-opt native.cgroupdriver=cgroupfs \
    --bridge "$bridge" --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false 3<&- &
engine=$!
{
    while read -r _; do :; done <&3
    kill "$$"
} &
watch=$!
exec 3<&-
wait "$engine" || true
engine=
