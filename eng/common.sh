# shellcheck shell=bash
# What ./run, ./test and ./bench share: messages, a temporary folder, .NET, and an end that leaves nothing behind.
# Source it after `set -euo pipefail`.

# A shell that starts a script in the background makes it deaf to SIGINT, and bash cannot undo that for itself.
if [[ $(trap -p INT) == *"''"* ]]; then
    exec env --default-signal=INT,QUIT "$0" "$@"
fi

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Under /tmp, wherever TMPDIR points: sockets go in here, and the path of one may have 107 bytes only.
work=$(mktemp -d /tmp/volume-count.XXXXXX)
# What the programs leave in the temporary folder goes as well, but for NuGet's locks, which all builds here share.
# Any user may pass to it: a test runs the plugin as one without rights.
chmod 711 "$work"
mkdir -m 1777 "$work/tmp"
export NUGET_SCRATCH=${NUGET_SCRATCH:-${TMPDIR:-/tmp}/NuGetScratch$(id -un)}
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
    [[ $status -eq 0 ]] || cat "$work/output" >&2
    return "$status"
}

# dotnet_prepare checks for the SDK that global.json asks for, and sets the environment up.
dotnet_prepare() {
    local version
    version=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$repository/global.json")
    if ! env --chdir "$repository" dotnet --version >/dev/null 2>&1; then
        say "The .NET SDK $version is needed and was not found."
        say "Get it from https://dotnet.microsoft.com/download/dotnet/${version%.*} and put \`dotnet\` on the PATH."
        if command -v dotnet >/dev/null; then
            say "Found here: $(dotnet --list-sdks | paste -sd ',' -)"
        fi
        exit 1
    fi

    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
    # No build server outlives the script.
    export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
    # The programs that we build look for the runtime here; the SDK need not be in a standard place.
    if [[ -z ${DOTNET_ROOT:-} ]]; then
        DOTNET_ROOT=$(dirname "$(readlink -f "$(command -v dotnet)")")
        export DOTNET_ROOT
    fi
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
        --runtime "$platform" --output "$1" -p:RestoreLockedMode=true -p:Version="$(plugin_version)" || return
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
