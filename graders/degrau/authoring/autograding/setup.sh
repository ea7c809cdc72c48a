#!/usr/bin/env bash
# Gradescope runs this once, when it builds the container, with a network; what is judged later needs none.
set -euo pipefail
cd "$(dirname "$0")"

command -v bwrap >/dev/null || { apt-get -qq update && apt-get -qq install -y bubblewrap; } || true

serves() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
find_python() { for python in python3.13 python3.12 python3.11 python3; do serves "$python" && return; done; return 1; }
if ! [ -x environment/bin/python ]; then
    for package in python3-venv python3.11-venv; do
        find_python || { apt-get -qq update && apt-get -qq install -y "$package"; } || true
    done
    find_python || {
        echo "degrau needs Python 3.11 or newer: choose a newer base image in Gradescope, and upload this again." >&2
        exit 1
    }
    "$python" -m venv environment
fi
environment/bin/python -m pip install --quiet --constraint constraints.txt --requirement requirements.txt
AUTOGRADER=$(dirname "$PWD") ./run_autograder prepare
