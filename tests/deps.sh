#!/bin/sh
# Installs the Debian packages that building, checking or measuring needs, if any is missing.
# Usage: deps.sh [build] [check] [bench]
set -eu
build='gcc libc6-dev make flex bison pkg-config libjansson-dev libutf8proc-dev libgraphviz-dev libical-dev'
check='check clang libclang-rt-14-dev clang-format jq vim graphviz libxml2-utils python3 python3-icalendar python3-jsonschema'
bench='hyperfine valgrind ledger device-tree-compiler tj3 plantuml python3 time'
wanted=
for list in "$@"; do
    case $list in
    build) wanted="$wanted $build" ;;
    check) wanted="$wanted $check" ;;
    bench) wanted="$wanted $bench" ;;
    *) echo "deps.sh: no list is called $list" >&2; exit 2 ;;
    esac
done
# npm may be there in other ways than Debian's package, and the two do not go together.
case " $* " in
*" check "*) command -v npm >/dev/null 2>&1 || wanted="$wanted nodejs npm" ;;
esac
missing=
for package in $wanted; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "Installing:$missing"
if [ "$(id -u)" -ne 0 ]; then
    echo "These packages are missing; to install them: sudo make deps" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get -o DPkg::Lock::Timeout=300 update -qq
# The names hold no blanks, and are meant to be split.
# shellcheck disable=SC2086
apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends $missing >/dev/null
