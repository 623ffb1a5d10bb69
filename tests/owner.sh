#!/bin/sh
# After a run under sudo, gives a folder of products back to the user who asked.
# Usage: owner.sh FOLDER
set -eu
if [ "$(id -u)" -eq 0 ] && [ -n "${SUDO_UID:-}" ] && [ -d "$1" ]; then
    chown -R "$SUDO_UID:${SUDO_GID:-$SUDO_UID}" "$1"
fi
