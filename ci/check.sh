#!/usr/bin/env bash
# Check the drafts of a repository in CI: install factcheck unless it is there, choose the drafts, run it once.
#
# action.yml and ci/gitlab.yml call it; both say what they want in variables:
#   FACTCHECK_PATHS, FACTCHECK_SOURCES   one a line; paths are "." where none are given
#   FACTCHECK_BASE                       a commit: only what has changed since is checked ...
#   FACTCHECK_ALL                        ... unless this is true
#   FACTCHECK_CONFIG, FACTCHECK_SELECT, FACTCHECK_IGNORE, FACTCHECK_FAIL_ON, FACTCHECK_FORMAT   as the options
#   FACTCHECK_SARIF, FACTCHECK_JUNIT     files to write in these formats too
#   FACTCHECK_HOME, FACTCHECK_PYTHON     what to install, and with which Python; FACTCHECK_COMMAND names one installed
#
# The exit status is that of factcheck; with FACTCHECK_FAIL_ON=never findings do not fail, what cannot be read does.
set -euo pipefail

say() { printf 'factcheck: %s\n' "$*" >&2; }

# The lines of a variable as words, without spaces around them and without empty ones.
lines_of() {
  local line
  words=()
  while IFS= read -r line || [[ -n $line ]]; do
    line=${line#"${line%%[![:space:]]*}"}
    line=${line%"${line##*[![:space:]]}"}
    if [[ -n $line ]]; then words+=("$line"); fi
  done <<<"$1"
}

# An option with its value, if there is one.
option() { if [[ -n $2 ]]; then arguments+=("$1" "$2"); fi; }

install() {
  local home=$1 python=$2 place
  if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    say "$python is older than Python 3.11; name another with the input python"
    exit 2
  fi
  place=$(mktemp -d)
  "$python" -m venv "$place"
  "$place/bin/python" -m pip --disable-pip-version-check --quiet install "$home"
  command=$place/bin/factcheck
}

# What was added or changed in the paths since a commit, less what is gone. Quoting is off: names end with a NUL.
changed() {
  local base=$1 name list
  shift
  if ! git cat-file -e "$base^{commit}" 2>/dev/null && ! git fetch --quiet --depth=1 origin "$base"; then
    say "the commit $base is not here; let the checkout fetch it (fetch-depth: 0), or check all"
    exit 2
  fi
  # Where the history is here, what the base has changed meanwhile is not ours.
  base=$(git merge-base "$base" HEAD 2>/dev/null || printf '%s' "$base")
  list=$(mktemp)
  git diff --name-only --no-renames --diff-filter=d --relative -z "$base" HEAD -- "$@" >"$list"
  files=()
  while IFS= read -r -d '' name; do files+=("$name"); done <"$list"
  rm -f "$list"
}

main() {
  local -a arguments=(check) files=() words=() paths=()
  local command=${FACTCHECK_COMMAND:-} status=0 word
  if [[ -z $command ]]; then install "${FACTCHECK_HOME:-.}" "${FACTCHECK_PYTHON:-python3}"; fi

  lines_of "${FACTCHECK_PATHS:-.}"
  paths=("${words[@]}")
  if [[ -n ${FACTCHECK_BASE:-} && ${FACTCHECK_ALL:-false} != true ]]; then
    changed "$FACTCHECK_BASE" "${paths[@]}"
    arguments+=(--force-exclude)
    paths=(${files[@]+"${files[@]}"})
    if [[ ${#paths[@]} -eq 0 ]]; then
      say 'nothing to check has changed'
      result 0
      return 0
    fi
  fi

  lines_of "${FACTCHECK_SOURCES:-}"
  for word in ${words[@]+"${words[@]}"}; do arguments+=(--source "$word"); done
  option --config "${FACTCHECK_CONFIG:-}"
  option --select "${FACTCHECK_SELECT:-}"
  option --ignore "${FACTCHECK_IGNORE:-}"
  option --format "${FACTCHECK_FORMAT:-}"
  if [[ -n ${FACTCHECK_JUNIT:-} ]]; then arguments+=(--output "junit=$FACTCHECK_JUNIT"); fi
  if [[ -n ${FACTCHECK_SARIF:-} ]]; then arguments+=(--output "sarif=$FACTCHECK_SARIF"); fi
  if [[ ${FACTCHECK_FAIL_ON:-} == never ]]; then arguments+=(--exit-zero); else option --fail-on "${FACTCHECK_FAIL_ON:-}"; fi

  "$command" "${arguments[@]}" -- "${paths[@]}" || status=$?
  result "$status"
  return "$status"
}

# For later steps of a GitHub job.
result() {
  if [[ -n ${GITHUB_OUTPUT:-} ]]; then
    printf 'status=%s\n' "$1" >>"$GITHUB_OUTPUT"
    if [[ -n ${FACTCHECK_SARIF:-} && -f $FACTCHECK_SARIF ]]; then printf 'sarif=%s\n' "$FACTCHECK_SARIF" >>"$GITHUB_OUTPUT"; fi
  fi
}

main
