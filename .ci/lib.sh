# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# What app/run, tests/run and .ci/run share. Sourced with bash, from anywhere; ROOT is the top of the tree.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Seconds since the first of the scripts started, so that the phases of one run can be told apart.
export LINESCOPE_STARTED=${LINESCOPE_STARTED:-$(date +%s)}

say() { printf '[%4d s] %s\n' "$(($(date +%s) - LINESCOPE_STARTED))" "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "This needs root: run it as root, or install sudo."
    fi
}

# packages_of GROUP...: the names in .ci/packages
packages_of() {
    local groups=" $* "
    awk -v groups="$groups" '/^[a-z]/ && index(groups, " " $1 " ") { print $2 }' "$ROOT/.ci/packages"
}

# Of the names given, those that are not installed.
not_installed() {
    local installed name
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null | sed -n 's/ installed$//p')
    for name in "$@"; do
        grep -qxF "$name" <<<"$installed" || echo "$name"
    done
}

# install_packages GROUP...: installs what is missing; takes no time and needs no root when nothing is.
# shellcheck disable=SC2086 # names of packages have no spaces
install_packages() {
    local wanted missing log
    wanted=$(packages_of "$@")
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is not Debian, so nothing is installed; needed are the equivalents of:" $wanted
        return
    fi
    missing=$(not_installed $wanted)
    [ -z "$missing" ] && return
    say "Installing what is missing:" $missing
    log=$(mktemp)
    if ! as_root apt-get update -q >"$log" 2>&1; then
        cat "$log" >&2
        fail "apt-get could not fetch its lists: check the network and the sources in /etc/apt."
    fi
    if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing \
        >"$log" 2>&1; then
        tail -n 30 "$log" >&2
        fail "apt-get could not install the packages above; Linescope is made for Debian 12 (bookworm)."
    fi
    rm -f "$log"
}

# configure PRESET [cmake arguments]: quiet unless it fails
configure() {
    local log preset=$1
    shift
    log=$(mktemp)
    say "Configuring $preset."
    if ! (cd "$ROOT" && cmake --preset "$preset" "$@") >"$log" 2>&1; then
        cat "$log" >&2
        fail "CMake could not configure the preset $preset; its reasons are above."
    fi
    rm -f "$log"
}

# build PRESET [target...]
build() {
    local preset=$1
    shift
    say "Building $preset."
    (cd "$ROOT" && cmake --build --preset "$preset" ${1:+--target "$@"}) || fail "The build of $preset failed."
}
