#!/usr/bin/env bash
# Builds the image of the plugin, for this machine's architecture: the Dockerfile's, or, where its SDK image cannot be had,
# the same final stage with a program that is published on this machine.
#
#   eng/image.sh                       builds volume-count:VERSION
#   eng/image.sh --tag NAME            builds NAME
#   eng/image.sh --in-docker           builds the program in Docker, or fails
#   eng/image.sh --on-host             builds the program on this machine
#   eng/image.sh --sbom FILE           writes what the program is made of as well: see eng/sbom.sh
#
# The version is that of Directory.Build.props, unless VERSION is set. IMAGE_SOURCE is the address of the sources, for a label.
set -euo pipefail
folder=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=eng/common.sh
source "$folder/common.sh"
# shellcheck source=eng/docker-engine.sh
source "$folder/docker-engine.sh"

tag='' way='' sbom=''
while [[ $# -gt 0 ]]; do
    case $1 in
        --tag)
            tag=${2:?--tag takes a name}
            shift
            ;;
        --sbom)
            sbom=${2:?--sbom takes a file}
            shift
            ;;
        --in-docker | --on-host) way=${1#--} ;;
        *)
            say "Not known: $1. The options are --tag NAME, --sbom FILE, --in-docker and --on-host."
            exit 2
            ;;
    esac
    shift
done

# Either way ends with the final stage of the Dockerfile; only where the program comes from differs.
build_in_docker() {
    quietly supervise docker build "${build[@]}" --tag "$tag" "$repository"
    [[ -z $sbom ]] || write_sbom_of_the_build_stage
}

# The stage comes out of the engine's cache: the program was built in it a moment ago.
write_sbom_of_the_build_stage() {
    local stage=volume-count-stage:${work##*.}
    engine_imported+=" $stage"
    quietly supervise docker build "${build[@]}" --target build --tag "$stage" "$repository"
    bash "$repository/eng/sbom.sh" "$version" "$stage" >"$sbom"
}

build_on_host() {
    publish_native "$work/image-context"
    # Whatever the umask: in the image, anybody may run it.
    chmod 755 "$work/image-context/volume-count"
    sed -n '/^FROM scratch/,$ { s/ --from=build / /; p }' "$repository/Dockerfile" >"$work/Dockerfile"
    quietly supervise docker build "${build[@]}" --tag "$tag" --file "$work/Dockerfile" "$work/image-context"
    [[ -z $sbom ]] || bash "$repository/eng/sbom.sh" "$version" >"$sbom"
}

sdk_image() { sed -n 's/^FROM \(.*\) AS build$/\1/p' "$repository/Dockerfile"; }

has_sdk_image() {
    docker image inspect "$(sdk_image)" >/dev/null 2>&1 || timeout 300 docker pull --quiet "$(sdk_image)" >/dev/null 2>&1
}

engine_find || exit 1
engine_install docker || exit 1
version=$(plugin_version)
tag=${tag:-volume-count:$version}
build=(--build-arg "VERSION=$version" --build-arg "SOURCE=${IMAGE_SOURCE:-}")
if revision=$(git -c safe.directory="$repository" -C "$repository" rev-parse HEAD 2>/dev/null); then
    build+=(--build-arg "REVISION=$revision")
fi

if [[ -z $way ]] && ! has_sdk_image; then
    say "The image $(sdk_image) cannot be had: publishing on this machine."
    way=on-host
fi
case ${way:-in-docker} in
    in-docker) build_in_docker ;;
    on-host) build_on_host ;;
esac
say "Built $tag: $(docker image inspect --format '{{.Size}}' "$tag") bytes."
