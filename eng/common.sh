# shellcheck shell=bash
# What ./run, ./test and ./bench share: messages, a temporary folder, .NET, and an end that leaves nothing behind.
# Source it after `set -euo pipefail`.

# What the user's shell is set to must not change what the scripts and the commands that they start do or print.
unset POSIXLY_CORRECT BASH_ENV CDPATH
set +o posix
export LC_ALL=C # Each machine has this locale, and bash warns of one that is not installed.

# A shell that starts a script in the background makes it ignore SIGINT, and bash cannot undo that for itself.
if [[ $(trap -p INT) == *"''"* ]]; then
    exec env --default-signal=INT,QUIT bash "$(readlink -f "${BASH_SOURCE[-1]}")" "$@"
fi

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Under /tmp, wherever TMPDIR points: sockets go in here, and the path of one may have 107 bytes only.
work=$(mktemp -d /tmp/volume-count.XXXXXX)
# What the programs leave in the temporary folder goes as well, but for NuGet's locks, which all builds here share.
# Any user may pass to it: a test runs the plugin as one without rights.
chmod 711 "$work"
mkdir -m 1777 "$work/tmp"
export NUGET_SCRATCH=${NUGET_SCRATCH:-${TMPDIR:-/tmp}/NuGetScratch$(id -un 2>/dev/null || id -u)}
export TMPDIR=$work/tmp

say() { printf '%s\n' "$*" >&2; }

clean_up() {
    trap '' INT TERM HUP
    if declare -F engine_stop >/dev/null; then
        engine_stop
    fi
    rm -rf "$work"
}
trap clean_up EXIT

on_signals_exit() {
    trap 'exit 130' INT
    trap 'exit 143' TERM
    trap 'exit 129' HUP
}
on_signals_exit

# supervise COMMAND… runs a command in a process group of its own, hands a signal for this script on to it as SIGTERM,
# waits for its end, and ends what it left running; when this script is killed, the command is told to end as well. The
# exit code is the command's; `signalled` is set after a signal.
signalled=
supervise() {
    local child status=0
    set -m
    setpriv --pdeathsig TERM "$@" &
    child=$!
    set +m
    trap 'signalled=130; kill -TERM -- "-$child" 2>/dev/null' INT TERM HUP
    # A signal cuts `wait` short, so ask again until the command is gone; the last answer is its exit code.
    while kill -0 "$child" 2>/dev/null; do
        wait "$child" || true
    done
    wait "$child" || status=$?
    on_signals_exit
    kill -TERM -- "-$child" 2>/dev/null || true
    return "$status"
}

# quietly COMMAND… shows a command's output only when the command fails.
quietly() {
    local status=0
    "$@" >"$work/output" 2>&1 || status=$?
    [[ -z $signalled ]] || exit "$signalled"
    [[ $status -eq 0 ]] || {
        cat "$work/output" >&2
        check_space
    }
    return "$status"
}

# What a full disk makes of a command can be read in many ways, so the last line says it.
check_space() {
    local folder free
    for folder in "$repository" "$work" "${DOTNET_CLI_HOME:-${HOME:-/}}"; do
        free=$(df --output=avail --block-size=1M "$folder" 2>/dev/null | tail -n 1)
        ((${free:-100} >= 100)) || say "The disk is full: ${free// /} MiB are left for $folder."
    done
}

# dotnet_prepare checks that .NET can build here, and sets the environment up.
dotnet_prepare() {
    check_checkout && check_home && check_sdk || exit 1

    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
    # No build server outlives the script.
    export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
    # The programs that we build look for the runtime here; the SDK need not be in a standard place.
    if [[ -z ${DOTNET_ROOT:-} ]]; then
        DOTNET_ROOT=$(dirname "$(readlink -f "$(command -v dotnet)")")
        export DOTNET_ROOT
    fi
}

# A folder of another user, one in which root has built, or one on a read-only file system.
check_checkout() {
    local folder
    folder=$(find "$repository" -path "$repository/.git" -prune -o -type d ! -writable -print -quit)
    [[ -n $folder ]] || return 0
    say "$folder cannot be written to (owner: $(stat --format %U "$folder"))." \
        "Use a checkout of your own: git clone $(printf %q "$repository")"
    return 1
}

check_home() {
    local home=${DOTNET_CLI_HOME:-${HOME:-}}
    [[ -z ${DOTNET_CLI_HOME:-} ]] || mkdir -p "$home" 2>/dev/null || true
    [[ -n $home && ! (-d $home && -w $home) ]] || return 0
    say "The home folder $home, in which .NET keeps packages, does not exist or cannot be written to." \
        "Set HOME, or DOTNET_CLI_HOME, to a folder of your own."
    return 1
}

check_sdk() {
    local version exact feature installed
    version=$(env --chdir "$repository" dotnet --version 2>"$work/sdk") || {
        feature=$(sed -n 's/.*"version": *"\([0-9]*\.[0-9]*\)\..*/\1/p' "$repository/global.json")
        installed=$(dotnet --list-sdks 2>/dev/null)
        if [[ $'\n'$installed == *$'\n'"$feature."* ]]; then
            say "The .NET SDK does not start: $(grep -m 1 . "$work/sdk")"
            return 1
        fi
        say "A .NET SDK $feature is needed and was not found.${installed:+ Found here: $(paste -sd ',' - <<<"$installed").}"
        say "Either install it for yourself, with Microsoft's script:"
        say "    curl --location https://dot.net/v1/dotnet-install.sh | bash -s -- --channel $feature"
        say "    export PATH=\$HOME/.dotnet:\$PATH"
        say "or build the image in Docker, without an SDK, and run it:"
        say "    docker build --tag volume-count $(printf %q "$repository")"
        say "    docker run --rm --mount type=bind,source=/var/run/docker.sock,destination=/var/run/docker.sock volume-count report"
        return 1
    }
    exact=$(sed -n 's:.*<LockFilesSdkVersion>\(.*\)</.*:\1:p' "$repository/Directory.Build.props")
    [[ ${CI:-} != true || $version == "$exact" ]] || {
        say "CI restores what the lock files name, which takes the .NET SDK $exact. Found: $version."
        return 1
    }
}

# plugin_version prints the version to build: VERSION, which a release takes from its tag, or that of Directory.Build.props.
plugin_version() {
    printf '%s\n' "${VERSION:-$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$repository/Directory.Build.props")}"
}

# publish_native FOLDER publishes the native program, one file.
publish_native() {
    local platform
    case $(uname -m) in
        x86_64) platform=linux-x64 ;;
        aarch64) platform=linux-arm64 ;;
        *)
            say "No native build for $(uname -m): only for x86_64 and aarch64."
            return 1
            ;;
    esac
    native_toolchain || return
    dotnet_prepare
    lock_builds
    quietly supervise env --chdir "$repository" dotnet publish src/VolumeCount --configuration Release \
        --runtime "$platform" --output "$1" -p:Version="$(plugin_version)" || return
    unlock_builds
}

# The native compiler leaves linking to gcc, with the static library of glibc.
native_toolchain() {
    if [[ -z $(command -v gcc) || ! -f $(gcc -print-file-name=libc.a) ]]; then
        if [[ $EUID -ne 0 ]] || ! command -v apt-get >/dev/null; then
            say "Not installed: gcc and glibc's static library. On Debian and Ubuntu: sudo apt-get install gcc libc6-dev"
            return 1
        fi
        say "Not installed: gcc or glibc's static library. Installing them with apt."
        quietly apt_install gcc libc6-dev || return
    fi
    if [[ $("$(gcc -print-prog-name=ld)" --help) != *--no-warnings* ]]; then
        say "The linker lacks the option --no-warnings: binutils 2.40 or later has it, Debian's since 12, Ubuntu's since 23.04."
        return 1
    fi
}

apt_install() (
    flock 9
    apt-get update || true # A mirror that fails need not hold the package.
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"
) 9</var/lib/apt

# One build at a time, so that a ./run and a ./test side by side do not write the same files.
lock_builds() {
    exec {build_lock}<"${BASH_SOURCE[0]}" # .NET takes locks too, so not a file that it reads.
    flock "$build_lock"
}

unlock_builds() { exec {build_lock}<&-; }
