#!/usr/bin/env bash
# Changes src/ in many small ways, one at a time, and sees that a unit test fails each time: mutation testing with Stryker.
# It takes long. The report is artifacts/mutation/PROJECT/reports/mutation-report.html.
#
#   eng/mutate.sh                       kit, plugin and generator
#   eng/mutate.sh VolumeCount           one project
#   eng/mutate.sh VolumeCount.Scope '**/Sockets/*.cs'
set -euo pipefail
folder=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=eng/common.sh
source "$folder/common.sh"

dotnet_prepare
quietly env --chdir "$repository" dotnet tool restore
projects=(VolumeCount.Scope VolumeCount VolumeCount.Generators)
[[ $# -eq 0 ]] || projects=("$1")

for project in "${projects[@]}"; do
    supervise env --chdir "$repository/tests/Unit" dotnet stryker --config-file "$repository/eng/stryker.json" \
        --project "$project.csproj" --mutate "${2:-**/*.cs}" --output "$repository/artifacts/mutation/$project"
done
