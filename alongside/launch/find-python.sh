# Read by ./run and ./test, in the project's folder: sets $python to a Python of 3.11 or later.
export PYTHONUTF8=1
unset PYTHONHOME PYTHONPATH

python=
for candidate in .venv/bin/python python3.11 python3.12 python3.13 python3.14 python3 python; do
  if command -v "$candidate" >/dev/null 2>&1 &&
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
    python=$candidate
    break
  fi
done

if [ -z "$python" ]; then
  echo "Alongside needs Python 3.11 or later, and found none on this machine." >&2
  echo "On Debian or Ubuntu: apt install python3 python3-venv. On a Mac: brew install python. Then start again." >&2
  exit 1
fi
