# shellcheck shell=bash
# A Docker engine for ./run and ./test: the one that answers, or else a throwaway one. Source it after eng/common.sh.
#
#   engine_find     sets DOCKER_HOST to an engine that answers, or fails
#   engine_start    starts a throwaway engine and sets DOCKER_HOST to it; installs what it needs
#   engine_label    sets VOLUME_COUNT_TEST_RUN, the label of what this script's tests create in the engine
#   engine_image    sets VOLUME_COUNT_TEST_IMAGE to an image with a shell in it
#   engine_podman   installs the distribution's Podman, if it can: without it, the tests that start one are skipped
#   engine_reaper   tells Testcontainers whether it can have its reaper
#   engine_stop     removes what the others made; eng/common.sh calls it at the end, whatever happens

: "${work:?source eng/common.sh first}" "${repository:?}"

engine_pid=        # of the throwaway engine, where there is one
engine_imported=   # the images that we put into an engine that is not ours
engine_run=        # the label by which engine_stop cleans: this script's own, never one that it inherited

# The reaper that Testcontainers 4.16.0 starts unless it is told otherwise.
reaper_image=testcontainers/ryuk:0.14.0@sha256:7c1a8a9a47c780ed0f983770a662f80deb115d95cce3e2daa3d12115b8cd28f0

engine_answers() {
    local ping=(curl --silent --fail --max-time 5 --noproxy '*' --output /dev/null)
    case $1 in
        unix://*) "${ping[@]}" --unix-socket "${1#unix://}" http://docker/_ping ;;
        tcp://* | http://*) "${ping[@]}" "http://${1#*://}/_ping" ;;
        *) return 1 ;;
    esac
}

engine_find() {
    local asked=${DOCKER_HOST:-unix:///var/run/docker.sock} candidate
    # Rootless and desktop engines listen elsewhere: the docker client's context knows where.
    for candidate in "$asked" "$(docker context inspect --format '{{.Endpoints.docker.Host}}' 2>/dev/null)"; do
        if engine_answers "$candidate"; then
            export DOCKER_HOST=$candidate
            return
        fi
    done
    say "No Docker engine answers at $asked."
    return 1
}

engine_start() {
    if [[ $EUID -ne 0 ]]; then
        say "Only root can start a throwaway one. Start your own, with the right to use it (on Linux: group docker)."
        say "To install it: \`sudo apt-get install docker.io\` on Debian and Ubuntu; https://docs.docker.com/engine/install/"
        return 1
    fi
    engine_install dockerd docker ip || return

    local folder=$work/engine
    mkdir -m 700 "$folder"
    mkfifo "$folder/input" # Open for writing as well: it never ends.
    export DOCKER_HOST=unix://$folder/docker.sock
    setsid setpriv --pdeathsig TERM bash "$repository/eng/dockerd.sh" "$folder" "$folder/docker.sock" <>"$folder/input" &
    engine_pid=$!

    local deadline=$((SECONDS + 60))
    until engine_answers "$DOCKER_HOST"; do
        if ! kill -0 "$engine_pid" 2>/dev/null || ((SECONDS > deadline)); then
            say "The throwaway Docker engine did not start. The end of its log:"
            tail -n 20 "$folder/log" >&2
            return 1
        fi
        sleep 0.1
    done
    say "Started a throwaway Docker engine at $DOCKER_HOST."
}

# engine_install COMMAND… installs the distribution's engine, or its client, where one of the commands is missing.
engine_install() {
    local missing=() command
    for command in "$@"; do
        command -v "$command" >/dev/null || missing+=("$command")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0

    if [[ $EUID -ne 0 ]] || ! command -v apt-get >/dev/null; then
        say "Not installed: ${missing[*]}. Install Docker: https://docs.docker.com/engine/install/"
        return 1
    fi
    say "Not installed: ${missing[*]}. Installing the distribution's with apt; no service is started."
    quietly engine_install_packages "${missing[@]}"
}

engine_podman() {
    if command -v podman >/dev/null || [[ $EUID -ne 0 ]] || ! command -v apt-get >/dev/null; then
        return
    fi
    say "Not installed: podman. Installing the distribution's with apt; no service is started."
    quietly engine_install_packages podman || say "Podman could not be installed: its tests are skipped."
}

engine_install_packages() (
    flock 9
    apt-get update || true # A mirror that fails need not hold the package.
    packages=()
    for command in "$@"; do
        case $command in
            dockerd) packages+=(docker.io) ;;
            ip) packages+=(iproute2) ;;
            podman) packages+=(podman) ;;
            # In newer releases the client is a package of its own.
            docker) apt-cache show docker-cli >/dev/null 2>&1 && packages+=(docker-cli) || packages+=(docker.io) ;;
        esac
    done

    # Debian's way to say that a package must not start its service: a later `systemctl start docker` still does.
    policy=/usr/sbin/policy-rc.d
    if [[ ! -e $policy ]]; then
        trap 'rm -f "$policy"' EXIT
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod 755 "$policy"
    fi
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
        -o DPkg::Lock::Timeout=300 "${packages[@]}"
) 9</var/lib/apt

engine_label() {
    engine_run=${work##*.}
    export VOLUME_COUNT_TEST_RUN=$engine_run
}

engine_image() {
    local image=busybox:1.37.0
    if [[ -z $engine_pid ]] && { docker image inspect "$image" || timeout 60 docker pull "$image"; } >/dev/null 2>&1; then
        export VOLUME_COUNT_TEST_IMAGE=$image
        return
    fi

    # No registry: an image out of a static busybox, with a name that no other run has.
    local busybox applet root=$work/image
    image=volume-count-busybox:${work##*.}
    mkdir -p "$root/bin" "$root/tmp"
    busybox=$(engine_busybox) || return
    cp "$busybox" "$root/bin/busybox"
    for applet in $("$busybox" --list); do
        [[ $applet == busybox ]] || ln -s busybox "$root/bin/$applet"
    done
    [[ -n $engine_pid ]] || engine_imported+=" $image"
    tar -C "$root" -c . | docker import - "$image" >/dev/null || return
    export VOLUME_COUNT_TEST_IMAGE=$image
}

# Prints the path of a static busybox: the machine's own, or one that apt brings into the temporary folder.
engine_busybox() {
    local busybox
    busybox=$(command -v busybox || true)
    if [[ -z $busybox ]] || ldd "$busybox" >/dev/null 2>&1; then
        mkdir "$work/busybox"
        if ! quietly engine_download_busybox; then
            say "The image for test containers is made of a static busybox: install the package busybox-static."
            return 1
        fi
        busybox=$(find "$work/busybox" -path '*/bin/busybox' -type f)
    fi
    printf '%s\n' "$busybox"
}

engine_download_busybox() {
    cd "$work/busybox" || return
    apt-get download busybox-static || { apt-get update && apt-get download busybox-static; } || return
    dpkg-deb --extract busybox-static_*.deb .
}

# The reaper removes what a killed test run left in an engine. A throwaway engine takes everything with it.
engine_reaper() {
    local image=${TESTCONTAINERS_RYUK_CONTAINER_IMAGE:-$reaper_image}
    if [[ -n $engine_pid ]] || ! { docker image inspect "$image" || timeout 60 docker pull "$image"; } >/dev/null 2>&1; then
        export TESTCONTAINERS_RYUK_DISABLED=true
    fi
}

engine_stop() {
    # In an engine that is not ours: what a broken-off test run left, by its label, and the image made of busybox.
    if [[ -z $engine_pid && -n $engine_run ]]; then
        local label=label=volume-count.test-run=$engine_run
        docker_remove "docker ps --all --quiet --filter $label" docker rm --force --volumes
        docker_remove "docker volume ls --quiet --filter $label" docker volume rm --force
    fi
    [[ -z $engine_imported ]] || docker_remove "echo $engine_imported" docker image rm --force
    [[ -n $engine_pid ]] || return 0

    # Containers first: the engine removes their control groups, which are the kernel's and would stay.
    docker_remove "docker ps --all --quiet" docker rm --force
    kill "$engine_pid" 2>/dev/null
    wait "$engine_pid" 2>/dev/null || true
    engine_pid=
}

# docker_remove LIST COMMAND… gives what the command LIST prints to COMMAND, and does not wait for a stuck engine.
docker_remove() {
    local list=$1
    shift
    timeout 20 sh -c "$list | xargs --no-run-if-empty $*" >/dev/null 2>&1 || true
}
