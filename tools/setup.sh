#!/bin/sh
# Makes .venv from requirements.lock and installs the project in it, editable. Called by `make setup`.
# Takes uv when it is on the PATH, else pip. Names no package registry: yours is used as you set it.
set -eu
cd "$(dirname "$0")/.."
unset UV_CONSTRAINT UV_OVERRIDE PIP_TARGET PIP_PREFIX 2>/dev/null || true

stop() { printf '%s\n' "$*" >&2; exit 1; }

recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# The interpreter itself, never the one of an activated .venv that may be made anew.
find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if recent "$name"; then
            "$name" -c 'import sys; print(sys._base_executable)'
            return
        fi
    done
}

# A .venv that was copied or moved here, or whose Python is gone, still points to the old place.
is_ours() { grep -qs -F "$PWD/.venv" .venv/bin/activate && recent .venv/bin/python; }

has_pip() { .venv/bin/python -m pip --version >/dev/null 2>&1; }

# The lock holds every version and hash, so constraints set elsewhere have no say.
pip_install() {
    PIP_CONSTRAINT=/dev/null PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore \
        .venv/bin/python -m pip install -qq "$@"
}

with_uv() {
    is_ours || uv venv --quiet --clear --python "$python" .venv
    uv pip sync --quiet --python .venv/bin/python --require-hashes --compile-bytecode requirements.lock
    uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
}

with_pip() {
    if ! is_ours || ! { has_pip || .venv/bin/python -m ensurepip >/dev/null 2>&1; }; then
        "$python" -m venv --clear .venv || stop "Python could not make .venv." \
            "On Debian and Ubuntu say \`apt install python3-venv\`, then \`make setup\` again."
    fi
    pip_install --require-hashes --requirement requirements.lock
    pip_install --no-deps --no-build-isolation --editable .
}

python=$(find_python)
if [ -z "$python" ]; then
    found=$(python3 --version 2>&1) || found="no python3"
    stop "duobot needs Python 3.11 or later, and found $found." \
        "Install it from python.org or with your system's packages, then say \`make setup\` again." \
        "If it is there under another name, say \`make setup PYTHON=/path/to/it\`."
fi

if command -v uv >/dev/null 2>&1; then
    echo "Setting up .venv with uv."
    with_uv
else
    echo "Setting up .venv with pip; this takes about a minute, once."
    with_pip
fi
pwd >.venv/.ready
