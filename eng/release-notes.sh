#!/usr/bin/env bash
# Prints what CHANGELOG.md says of a version, or fails where it says nothing: eng/release-notes.sh 1.2.3
set -euo pipefail
version=${1:?which version?}
changelog=$(dirname "${BASH_SOURCE[0]}")/../CHANGELOG.md
notes=$(awk -v heading="## [$version]" '
    /^## / { inside = index($0, heading) == 1; next }
    /^\[[^]]*\]: / { next }
    inside { print }' "$changelog")
[[ $notes == *[![:space:]]* ]] || {
    echo "CHANGELOG.md has no notes under '## [$version]'." >&2
    exit 1
}
printf '%s\n' "$notes" | sed '/./,$!d'
