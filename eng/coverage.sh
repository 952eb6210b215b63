#!/usr/bin/env bash
# Runs all tests and merges what they cover of src/ into one report: artifacts/coverage/index.html.
# The plugins that the integration tests start as processes count too.
set -euo pipefail
folder=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=eng/common.sh
source "$folder/common.sh"
# shellcheck source=eng/docker-engine.sh
source "$folder/docker-engine.sh"

report=$repository/artifacts/coverage

# cover PROJECT runs one test project and keeps what it covers.
cover() {
    echo "== $1"
    supervise env --chdir "$repository" dotnet test --project "tests/$1" --no-build --results-directory "$work" \
        --coverage --coverage-output-format cobertura --coverage-output "$work/$1.xml" \
        --coverage-settings "$repository/eng/coverage.config"
}

dotnet_prepare
lock_builds
quietly supervise env --chdir "$repository" dotnet build --verbosity quiet
unlock_builds
quietly env --chdir "$repository" dotnet tool restore
engine_find || engine_start
engine_install docker
engine_image
engine_reaper

status=0
cover Unit || status=$?
cover Integration || status=$?
rm -rf "$report"
quietly env --chdir "$repository" dotnet reportgenerator "-reports:$work/*.xml" "-targetdir:$report" \
    "-reporttypes:Html;TextSummary;MarkdownSummaryGithub" "-filefilters:-*/obj/*" "-riskhotspotassemblyfilters:-*"
cat "$report/Summary.txt"
[[ -z ${GITHUB_STEP_SUMMARY:-} ]] || cat "$report/SummaryGithub.md" >>"$GITHUB_STEP_SUMMARY"
exit "$status"
