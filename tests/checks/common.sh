# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# What the checks share. They run from the top of the tree.

cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1

# The files of the tree: of git, or all but build folders where there is no git (a release archive).
sources() {
    if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
        git ls-files --cached --others --exclude-standard -- "$@" | while read -r file; do [ -e "$file" ] && echo "$file"; done
    else
        find . -path ./build -prune -o -type f -print | sed 's,^\./,,' | grep -E "$(patterns "$@")"
    fi
}

# *.cpp *.h -> \.cpp$|\.h$
patterns() {
    local pattern result=
    for pattern in "${@:-*}"; do
        pattern=${pattern//./\\.}
        result+=${result:+|}${pattern//\*/.*}\$
    done
    echo "$result"
}

# The verdict: fails with a sentence if anything was found.
nothing_in() {
    local found=$1 sentence=$2
    [ -z "$found" ] && return 0
    printf '%s\n%s\n' "$found" "$sentence" >&2
    return 1
}
