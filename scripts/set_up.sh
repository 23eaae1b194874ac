#!/bin/sh
# Makes this checkout ready: the virtual environment .venv with the packages that uv.lock names and, on Linux, the
# system's libraries that Qt needs and a Chinese font. `make run` and `make test` call it each time; where nothing is
# missing and nothing has changed, it ends at once.
set -eu

# The one place that names uv's version. pip brings uv into the environment, and uv brings the rest.
UV_VERSION=0.13.9

# What a bare Debian or Ubuntu must add for the libraries that missing_from_linux looks for, and for a Chinese font.
APT_PACKAGES="libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libwayland-cursor0 libx11-xcb1 libxcb-cursor0
    libxcb-icccm4 libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxkbcommon-x11-0
    fontconfig fonts-noto-cjk"

say() {
    echo "set-up: $*" >&2
}

stop() {
    say "$*"
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# A machine just started may be updating itself: apt-get waits for that. It removes nothing, and says nothing but errors.
apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -qq --no-install-recommends --no-remove \
        -o DPkg::Lock::Timeout=600 "$@" </dev/null >/dev/null
}

# install WHAT PACKAGE...: installs the packages, or stops with one line about WHAT is missing and what to type.
install() {
    what=$1
    shift
    command -v apt-get >/dev/null || stop "Missing, please install and try again: $what"
    as_root true 2>/dev/null || stop "Please type this, then try again:  sudo apt-get install --no-install-recommends $*"
    say "Installing system packages, about 120 MB to download where all are missing: $*"
    apt_get update || true  # what cannot be read may be somebody's own package source that has nothing to do with this
    # Only where an installation was cut off do these two find something to finish.
    as_root env DEBIAN_FRONTEND=noninteractive dpkg --configure -a </dev/null >/dev/null 2>&1 || true
    apt_get --fix-broken install || true
    apt_get install "$@"
}

# Sets `python` to an interpreter that is new enough; one that is broken counts as none.
find_python() {
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            return
        fi
    done
    stop "Python 3.11 or newer is needed, and there is none here: please install it and try again."
}

# What the environment is made from. The place counts, as the environment's commands hold it; so does the interpreter,
# which an upgrade of the system replaces.
origin() {
    pwd
    .venv/bin/python --version
    cksum pyproject.toml uv.lock scripts/set_up.sh
}

# Always from nothing, so that neither an interrupted set-up nor an older one leaves anything behind. What was
# downloaded before is in the caches of pip and uv.
make_environment() {
    find_python
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then  # Debian has them in a package of their own
        venv=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        # Qt is not there yet to show what it lacks, so ask for everything: nobody should be stopped twice.
        # shellcheck disable=SC2086  # a list
        install "Python's modules ensurepip and venv" "$venv" $APT_PACKAGES
    fi
    say "Making the environment .venv, about 130 MB to download the first time"
    rm -f .venv/origin  # first out and last in: without it the environment counts as unfinished
    "$python" -m venv --clear .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all: "uv==$UV_VERSION"
    .venv/bin/uv sync --locked
    origin >.venv/origin
}

# What Qt's files ask for and the system has not. Qt opens its platform plugins only when a window is made, so importing
# it would not show this. Qt draws without a Chinese font too, but boxes in place of the characters.
missing_from_linux() {
    set -- .venv/lib/python3*/site-packages/PySide6
    {
        ldd "$1/QtWidgets.abi3.so" "$1"/Qt/plugins/platforms/libq[oxw]*.so | awk '/=> not found/ { print $1 }' | sort -u
        [ -n "$(fc-list :lang=zh 2>/dev/null)" ] || echo "a Chinese font (fc-list :lang=zh shows none)"
    } | awk '{ printf "%s%s", comma, $0; comma = ", " }'
}

complete_linux() {
    missing=$(missing_from_linux)
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086  # a list
    install "$missing" $APT_PACKAGES
    missing=$(missing_from_linux)
    [ -z "$missing" ] || stop "Still missing, please install and try again: $missing"
}

unset CDPATH PYTHONHOME PYTHONPATH VIRTUAL_ENV  # of another environment, if one is active
cd "$(dirname "$0")/.."
export UV_PROJECT_ENVIRONMENT=.venv UV_PYTHON_DOWNLOADS=never
[ "$(cat .venv/origin 2>/dev/null)" = "$(origin 2>/dev/null)" ] || make_environment
[ "$(uname)" != Linux ] || complete_linux
