#!/usr/bin/env bash
# Fails where a file of the repository names another version than the one that is released: eng/versions.sh 1.2.3
set -euo pipefail
version=${1:?which version?}
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

failed=0
# says PATTERN FILE… checks what comes after each of the pattern's matches in the files, of which each has one.
says() {
    local pattern=$1 file found
    shift
    for file in "$@"; do
        found=$(grep --only-matching --perl-regexp "$pattern\\K[0-9][0-9A-Za-z.+-]*" "$file" | sort -u | paste -sd ' ' -)
        if [[ $found != "$version" ]]; then
            echo "$file says ${found:-no version}, not $version." >&2
            failed=1
        fi
    done
}

says '<Version>' Directory.Build.props
says 'newTag: ' deploy/kubernetes/base/kustomization.yaml
says 'volume-count:' compose.yaml README.md docs/deployment.md
says 'Include="VolumeCount.Scope" Version="' templates/scope-plugin/src/ScopePlugin1/ScopePlugin1.csproj
exit "$failed"
