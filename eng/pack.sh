#!/usr/bin/env bash
# Packs the kit, with its generator, and the template: VolumeCount.Scope and VolumeCount.Scope.Templates.
#
#   eng/pack.sh FOLDER     writes the two packages into the folder
#
# The version is that of Directory.Build.props, which the template asks for as well. The same commit makes the same packages,
# byte for byte, wherever it is packed: the files in them have the commit's time, or that of SOURCE_DATE_EPOCH.
set -euo pipefail
folder=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=eng/common.sh
source "$folder/common.sh"

[[ $# -eq 1 && $1 != -* ]] || {
    say "Name the folder for the packages: eng/pack.sh FOLDER"
    exit 2
}
output=$(realpath --canonicalize-missing "$1")

# No path of this machine goes into a package.
options=(--configuration Release -p:ContinuousIntegrationBuild=true -p:PathMap="$repository/=/_/")
in_repository() { quietly supervise env --chdir "$repository" "$@"; }

# Sources without a commit have the first time that a package can have.
commit_time() { git -C "$repository" -c log.showSignature=false log -1 --format=%ct 2>/dev/null || echo 315532800; }
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(commit_time)}
export SOURCE_DATE_EPOCH # NuGet reads it.

dotnet_prepare
lock_builds
in_repository dotnet restore src/VolumeCount.Generators
in_repository dotnet restore src/VolumeCount.Generators.CodeFixes
in_repository dotnet pack src/VolumeCount.Scope "${options[@]}" --output "$output"
in_repository dotnet pack templates "${options[@]}" --output "$output"
unlock_builds
