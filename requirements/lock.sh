#!/bin/sh
# Renew both lock files from pyproject.toml. Needs uv; everything else only reads what this writes.
# Pass uv's own options on, for example: requirements/lock.sh --upgrade-package django
set -eu
cd "$(dirname "$0")/.."
lock() {
  output=$1
  shift
  UV_CUSTOM_COMPILE_COMMAND="requirements/lock.sh" uv pip compile pyproject.toml \
    --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
    --no-annotate --quiet --output-file "$output" "$@"
}
lock requirements/requirements.txt "$@"
lock requirements/requirements-test.txt --extra test --constraint requirements/requirements.txt "$@"
