#!/usr/bin/env bash
# Measures the image and prints each figure beside what it should be: eng/measure-image.sh [IMAGE]
# It says what it saw and judges nothing: other work on the machine shows in the times. Without IMAGE it builds one.
set -euo pipefail
folder=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=eng/common.sh
source "$folder/common.sh"
# shellcheck source=eng/docker-engine.sh
source "$folder/docker-engine.sh"

runs=11
image=${1:-}
locked_down=(--read-only --network none --cap-drop ALL --security-opt no-new-privileges --pids-limit 32 --memory 64m)
containers=()

figure() { printf '%-66s %12s   %s\n' "$1" "$2" "$3"; }

median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }

# A complete report is one with the containers in it. Without one, the figures that follow are those of a plugin in trouble.
wait_for_report() {
    local deadline=$((SECONDS + 20))
    until curl --silent --max-time 1 --unix-socket "$1/volume-count.sock" http://plugin/report 2>/dev/null | grep -q '<container>'; do
        if ((SECONDS > deadline)); then
            say "No complete report within 20 s:"
            docker logs "$container" 2>&1 | tail -n 3 >&2
            return
        fi
    done
}

# start_container PLUGINS DOCKER_SOCKET sets `container`.
start_container() {
    container=$(docker run --detach "${locked_down[@]}" --user "$(id -u):$(id -g)" --group-add "$(stat -L -c %g "$2")" \
        --volume "$1:/var/run/scope/plugins" --volume "$2:/var/run/docker.sock" "$image")
    containers+=("$container")
}

# The process on this machine, whatever namespace the engine counts in.
process_of() { grep -ls "$1" /proc/[0-9]*/cgroup | head -n 1 | cut -d / -f 3; }

resident() { sed -n 's/^VmRSS:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$(process_of "$1")/status"; }

# Nanoseconds on a processor, of all threads.
processor_time() { cat "/proc/$(process_of "$1")/task/"*/schedstat | awk '{ sum += $1 } END { printf "%d", sum }'; }

# from_start_to_report PLUGINS COMMAND… prints the milliseconds from the start of a command to the plugin's complete report.
# Somebody who looks each millisecond is there before the command begins.
from_start_to_report() {
    local socket=$1/volume-count.sock started seen
    shift
    exec {watch}< <(dotnet "$work/programs/watch.dll" "$socket")
    read -r -u "$watch"
    started=${EPOCHREALTIME/[.,]/}
    "$@"
    read -r -u "$watch" seen
    exec {watch}<&-
    awk -v microseconds=$((seen - started)) 'BEGIN { printf "%.1f\n", microseconds / 1000 }'
}

start_process() {
    "$work/volume-count" --plugins-dir "$1" --docker-host "unix://$docker_socket" --log-level none &
}

measure_start() {
    local plugins=$work/start run
    mkdir "$plugins"
    for ((run = 0; run < runs; run++)); do
        from_start_to_report "$plugins" start_container "$plugins" "$docker_socket"
        docker rm --force "$container" >/dev/null
        rm -f "$plugins/volume-count.sock"
    done
}

measure_process() {
    local plugins=$work/process run
    mkdir "$plugins"
    for ((run = 0; run < runs; run++)); do
        from_start_to_report "$plugins" start_process "$plugins"
        kill $!
        wait $! || true
    done
}

engine_find || engine_start || exit 1
engine_install docker && engine_image || exit 1
docker_socket=${DOCKER_HOST#unix://}
if [[ -z $image ]]; then
    image=volume-count-measured:${work##*.}
    [[ -n $engine_pid ]] || engine_imported+=" $image"
    "$repository/eng/image.sh" --on-host --tag "$image"
fi
trap '[[ ${#containers[@]} -eq 0 ]] || docker rm --force "${containers[@]}" >/dev/null 2>&1; clean_up' EXIT

container=$(docker create "$image")
docker cp "$container:/volume-count" "$work/volume-count" >/dev/null
docker rm "$container" >/dev/null
for ((i = 0; i < 10; i++)); do
    containers+=("$(docker create --network none --volume /data "$VOLUME_COUNT_TEST_IMAGE" true)")
done

figure "What" "measured" "target"
dotnet_prepare
for program in engine watch; do
    quietly dotnet build "$repository/eng/measure/$program.cs" --output "$work/programs"
done

figure "Image, uncompressed, in bytes" "$(stat -c %s "$work/volume-count")" "18000000"
figure "docker run to the first complete report, median of $runs, in ms" "$(measure_start | median)" "300"
figure "The process itself, to the first complete report, in ms" "$(measure_process | median)" "60"

mkdir "$work/idle"
start_container "$work/idle" "$docker_socket"
wait_for_report "$work/idle"
before=$(processor_time "$container")
sleep 60
figure "Processor time while idle, over a minute, in percent" \
    "$(awk -v used=$(($(processor_time "$container") - before)) 'BEGIN { printf "%.3f", used / 60e9 * 100 }')" "0.1"
figure "Resident with 10 containers and no Scope, in KiB" "$(resident "$container")" "30720"

mkdir "$work/many"
dotnet "$work/programs/engine.dll" "$work/many/docker.sock" 10000 &
engine_program=$!
until engine_answers "unix://$work/many/docker.sock"; do sleep 0.1; done
mkdir "$work/many/plugins"
start_container "$work/many/plugins" "$work/many/docker.sock"
wait_for_report "$work/many/plugins"
# As Scope does, for half a minute.
for ((i = 0; i < 30; i++)); do
    curl --silent --output /dev/null --unix-socket "$work/many/plugins/volume-count.sock" http://plugin/report
    sleep 1
done
figure "Resident with 10,000 containers, asked each second, in KiB" "$(resident "$container")" "46080"
kill "$engine_program"
