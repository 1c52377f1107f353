#!/bin/sh
# Compare with the peers, in an environment of their own under build/: their pins are old.
#   PYTHON=python3.12 benchmarks/peers/run.sh
set -eu
cd "$(dirname "$0")/../.."
venv=build/peers
if ! cmp -s pyproject.toml "$venv/pyproject.toml"; then
  rm -rf "$venv"
  "${PYTHON:-python3}" -m venv "$venv"
  "$venv/bin/python" -m pip --disable-pip-version-check --quiet install --editable '.[peers]'
  cp pyproject.toml "$venv/pyproject.toml"
fi
status=0
"$venv/bin/python" -m benchmarks.peers.compare || status=$?
echo
"$venv/bin/python" -m benchmarks.extraction || status=$?
exit "$status"
