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
engine_label
marked=(--label "volume-count.test-run=$VOLUME_COUNT_TEST_RUN")
children=()

figure() { printf '%-66s %12s   %s\n' "$1" "$2" "$3"; }

median() { sort -n "$1" | sed -n "$(((runs + 1) / 2))p"; }

# A complete report is one with the containers in it. Without one, the figures that follow would be those of a plugin in trouble.
wait_for_report() {
    local deadline=$((SECONDS + 20))
    until curl --silent --max-time 1 --unix-socket "$1/volume-count.sock" http://plugin/report 2>/dev/null | grep -q '<container>'; do
        if ((SECONDS > deadline)); then
            say "No complete report within 20 s:"
            docker logs "$container" 2>&1 | tail -n 3 >&2
            return 1
        fi
    done
}

# start_container PLUGINS DOCKER_SOCKET sets `container`.
start_container() {
    container=$(docker run --detach "${marked[@]}" "${locked_down[@]}" \
        --user "$(id -u):$(id -g)" --group-add "$(stat -L -c %g "$2")" \
        --volume "$1:/var/run/scope/plugins" --volume "$2:/var/run/docker.sock" "$image")
}

# The process on this machine, whatever namespace the engine counts in: the container's first one, and no health check.
process_of() {
    local process
    grep -ls "$1" /proc/[0-9]*/cgroup | cut -d / -f 3 | while read -r process; do
        [[ $(sed -n 's/^NSpid:.*\t//p' "/proc/$process/status") != 1 ]] || echo "$process"
    done
}

# What the container has had at most, its health checks and the files that it has read included, in KiB.
memory_peak() {
    local process unified legacy
    process=$(process_of "$1")
    unified=/sys/fs/cgroup$(sed -n 's/^0:://p' "/proc/$process/cgroup")/memory.peak
    legacy=/sys/fs/cgroup/memory$(sed -n 's/^[0-9]*:memory://p' "/proc/$process/cgroup")/memory.max_usage_in_bytes
    awk '{ printf "%d", $1 / 1024 }' "$unified" 2>/dev/null || awk '{ printf "%d", $1 / 1024 }' "$legacy"
}

# ask_each_second PLUGINS TIMES asks for the report over one connection, as Scope does.
ask_each_second() {
    curl --silent --output /dev/null --rate 1/s --unix-socket "$1/volume-count.sock" "http://plugin/report?[1-$2]"
}

# processor_share SECONDS COMMAND… prints what the container takes of a processor while a command runs.
processor_share() {
    local seconds=$1 before
    shift
    before=$(processor_time "$container")
    "$@"
    awk -v used=$(($(processor_time "$container") - before)) -v seconds="$seconds" 'BEGIN { printf "%.3f", used / seconds / 1e9 * 100 }'
}

resident() { sed -n 's/^VmRSS:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$(process_of "$1")/status"; }

# Nanoseconds on a processor, of all threads.
processor_time() { cat "/proc/$(process_of "$1")/task/"*/schedstat | awk '{ sum += $1 } END { printf "%d", sum }'; }

# from_start_to_report PLUGINS COMMAND… prints the milliseconds from the start of a command to the plugin's complete report.
# The watching program is ready before the command begins, and checks every millisecond.
from_start_to_report() {
    local socket=$1/volume-count.sock started seen
    shift
    exec {watch}< <(exec dotnet "$work/programs/watch.dll" "$socket")
    children+=($!)
    read -r -u "$watch"
    started=${EPOCHREALTIME/[.,]/}
    "$@"
    read -r -u "$watch" -t 30 seen || {
        say "No complete report within 30 s."
        return 1
    }
    exec {watch}<&-
    awk -v microseconds=$((seen - started)) 'BEGIN { printf "%.1f\n", microseconds / 1000 }'
}

start_process() {
    "$work/volume-count" --plugins-dir "$1" --docker-host "unix://$docker_socket" --log-level none &
    plugin=$!
    children+=("$plugin")
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
        kill "$plugin"
        wait "$plugin" || true
    done
}

engine_find || engine_start || exit 1
engine_install docker && engine_image || exit 1
docker_socket=${DOCKER_HOST#unix://}
if [[ -z $image ]]; then
    image=volume-count-measured:${work##*.}
    [[ -n $engine_pid ]] || engine_imported+=" $image"
    bash "$repository/eng/image.sh" --on-host --tag "$image"
fi
trap 'kill "${children[@]}" 2>/dev/null || true; clean_up' EXIT

container=$(docker create "${marked[@]}" "$image")
docker cp "$container:/volume-count" "$work/volume-count" >/dev/null
docker rm "$container" >/dev/null
for ((i = 0; i < 10; i++)); do
    docker create "${marked[@]}" --network none --volume /data "$VOLUME_COUNT_TEST_IMAGE" true >/dev/null
done

figure "What" "measured" "target"
dotnet_prepare
for program in engine watch; do
    quietly dotnet build "$repository/eng/measure/$program.cs" --output "$work/programs"
done

figure "Image, uncompressed, in bytes" "$(docker image inspect --format '{{.Size}}' "$image")" "18000000"
# Not in a subshell, whose processes and containers would not be removed at the end.
measure_start >"$work/starts"
figure "docker run to the first complete report, median of $runs, in ms" "$(median "$work/starts")" "300"
measure_process >"$work/processes"
figure "The process itself, to the first complete report, in ms" "$(median "$work/processes")" "60"

mkdir "$work/idle"
start_container "$work/idle" "$docker_socket"
wait_for_report "$work/idle"
figure "Processor time with the health check as the only client, in percent" "$(processor_share 60 sleep 60)" "0.1"
figure "Processor time, asked each second, in percent" "$(processor_share 60 ask_each_second "$work/idle" 60)" "-"
# Ours and whatever else the engine has.
count=$(docker ps --all --quiet | wc -l)
figure "Resident with $count containers, in KiB" "$(resident "$container")" "30720"
docker rm --force "$container" >/dev/null

mkdir -p "$work/many/plugins"
dotnet "$work/programs/engine.dll" "$work/many/docker.sock" 10000 &
children+=($!)
until engine_answers "unix://$work/many/docker.sock"; do sleep 0.1; done
start_container "$work/many/plugins" "$work/many/docker.sock"
wait_for_report "$work/many/plugins"
for ((i = 0; i < 6; i++)); do
    ask_each_second "$work/many/plugins" 5
    docker exec "$container" /volume-count healthcheck >/dev/null
done
figure "Resident with 10,000 containers, asked each second, in KiB" "$(resident "$container")" "46080"
figure "The same container at its peak, with health checks, in KiB" "$(memory_peak "$container")" "65536"
