#!/usr/bin/env bash
# Prints what a native program is made of, in CycloneDX JSON. The program is one file, in which no scanner finds a package.
#
#   eng/sbom.sh VERSION          of the program that was built last on this machine
#   eng/sbom.sh VERSION IMAGE    of the program that was built in this image: the build stage of the Dockerfile
set -euo pipefail
version=${1:?which version?} stage=${2:-}
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

where_it_was_built() {
    if [[ -z $stage ]]; then
        "$@"
    else
        docker run --rm --network none --entrypoint "$1" "$stage" "${@:2}"
    fi
}

# What gcc links in of the distribution: glibc, and its own library.
# shellcheck disable=SC2016 # The other shell expands it.
linked=$(where_it_was_built bash -euo pipefail -c '
    source /etc/os-release
    for library in libc.a libgcc.a; do
        dpkg-query --search "$(realpath "$(gcc -print-file-name="$library")")" | sed "s/: .*//"
    done | xargs dpkg-query --show --showformat \
        "$ID\t$VERSION_ID\t\${Package}\t\${Version}\t\${Architecture}\t\${source:Package}\t\${source:Version}\n"')

# NuGet's packages, and with them the runtime and the compiler, which come with the SDK and are in no lock file of ours.
components=$(where_it_was_built cat src/VolumeCount/obj/project.assets.json | jq --arg linked "$linked" '
    def component($purl): {type: "library", "bom-ref": $purl, name, version, $purl};

    [
        (.libraries | to_entries[] | select(.value.type == "package").key / "/" | {name: .[0], version: .[1]}),
        (.project.frameworks[].downloadDependencies // [] | .[] | {name, version: (.version | ltrimstr("[") / "," | .[0])})
    ]
    | unique | map(component("pkg:nuget/\(.name)@\(.version)"))
    | if any(.name | startswith("Microsoft.NETCore.App.Runtime.")) then . else error("the last build was not a native one") end
    | . + ($linked / "\n" | map(. / "\t"
        | {id: .[0], release: .[1], name: .[2], version: .[3], architecture: .[4], source: .[5], sourceVersion: .[6]}
        # Advisories are about source packages, whose versions may be others.
        | "\(.source)\(if .sourceVersion == .version then "" else "@\(.sourceVersion)" end)" as $upstream
        | component("pkg:deb/\(.id)/\(.name)@\(.version | @uri)?arch=\(.architecture)&distro=\(.id)-\(.release)&upstream=\($upstream | @uri)")))
    | . + [$linked / "\n" | .[0] / "\t" | {type: "operating-system", "bom-ref": "operating-system", name: .[0], version: .[1]}]')

# The same of the same contents.
digest=$(sha256sum <<<"$version $components")
serial=${digest:0:8}-${digest:8:4}-5${digest:13:3}-8${digest:17:3}-${digest:20:12}

jq --arg version "$version" --arg serial "urn:uuid:$serial" '{
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    serialNumber: $serial,
    version: 1,
    metadata: {component: {
        type: "application",
        "bom-ref": "volume-count",
        name: "volume-count",
        $version,
        licenses: [{license: {id: "Apache-2.0"}}]
    }},
    components: .
}' <<<"$components"
