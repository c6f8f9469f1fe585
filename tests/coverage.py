#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tests/coverage.py [--write]: what the tests of the engine reach, as tests/run --coverage has counted it.

Fails below 100 % of the lines and 98 % of the branches of engine/{tapi,world,server,journal,provider}. A branch is a
condition that was true, or that was false; of a template all instances are taken together, and one that is decided while
compiling is none. What is listed in tests/coverage.md with a reason is not counted; --write makes that list anew and
keeps the reasons."""

import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/coverage"
LIST = ROOT / "tests/coverage.md"
FOLDERS = ("tapi", "world", "server", "journal", "provider")
WANTED = {"lines": 100.0, "branches": 98.0}
ROW = re.compile(r"^\| (\d+) (lines|branches) \| (\S+) \| `` (.+) `` \| (.+) \|$")


def merge(profile):
    counted = [str(path) for path in profile.parent.glob("*.profraw")]
    if not counted:
        sys.exit("Nothing has been counted yet: tests/run --coverage builds, counts and comes here.")
    subprocess.run(["llvm-profdata-14", "merge", "-sparse", "-o", profile, *counted], check=True)


def export(profile, style):
    """What was counted, all programs of the engine's tests taken together."""
    programs = [path for path in (BUILD / "tests/engine").glob("tst_*") if path.is_file() and os.access(path, os.X_OK)]
    command = ["llvm-cov-14", "export", f"-format={style}", f"-instr-profile={profile}", programs[0]]
    command += [f"-object={program}" for program in programs[1:]]
    told = subprocess.run(command, capture_output=True, check=False, text=True)
    if told.returncode != 0:  # else it only says that functions of one name (main) differ between programs
        sys.exit(told.stderr)
    return told.stdout


def name_of(path):
    """Under the project's root; none for what is not asked for."""
    name = os.path.relpath(path, ROOT)
    return name if name.startswith(tuple(f"engine/{folder}/" for folder in FOLDERS)) else None


def lines_of(lcov):
    """(file, line) -> how often it ran."""
    counts = Counter()
    file = None
    for entry in lcov.splitlines():
        kind, _, value = entry.partition(":")
        if kind == "SF":
            file = name_of(value)
        elif kind == "DA" and file:
            line, count = value.split(",")[:2]
            counts[file, int(line)] += int(count)
    return counts


def branches_of(document):
    """(file, line) -> for each of its conditions, how often it was true and how often it was false."""
    conditions = defaultdict(lambda: [0, 0])
    for file in json.loads(document)["data"][0]["files"]:
        name = name_of(file["filename"])
        for line, column, end_line, end_column, true, false, *_ in file["branches"] if name else ():
            condition = conditions[name, line, column, end_line, end_column]
            condition[0] += true
            condition[1] += false
    result = defaultdict(list)
    for (name, line, *_), counts in conditions.items():
        if any(counts):  # decided while compiling, or not come to: that the one before it went one way only says so
            result[name, line] += counts
    return result


def gaps(lines, branches):
    """What is not reached: (kind, file, text of the line) -> (line number, how many); and how many there are of a kind."""
    missing = {}
    sources = {file: (ROOT / file).read_text().splitlines() for file, _ in lines}

    def note(kind, place, count):
        key = (kind, place[0], sources[place[0]][place[1] - 1].strip())
        if count:
            missing[key] = (place[1], missing.get(key, (0, 0))[1] + count)

    for place, count in lines.items():
        note("lines", place, count == 0)
    for place, counts in branches.items():
        note("branches", place, counts.count(0))
    return missing, {"lines": len(lines), "branches": sum(map(len, branches.values()))}


def reasons():
    rows = (ROW.match(line) for line in LIST.read_text().splitlines()) if LIST.exists() else ()
    return {(row[2], row[3], row[4]): (int(row[1]), row[5]) for row in rows if row}


def write(missing, known):
    rows = [f"| {missing[key][1]} {key[0]} | {key[1]} | `` {key[2]} `` | {known.get(key, (0, ''))[1]} |"
            for key in sorted(missing)]
    head = LIST.read_text().split("| what |")[0]
    LIST.write_text(head + "| what | file | line | why no test reaches it |\n|---|---|---|---|\n" + "\n".join(rows) + "\n")


def main():
    profile = BUILD / "profiles/all.profdata"
    merge(profile)
    missing, total = gaps(lines_of(export(profile, "lcov")), branches_of(export(profile, "text")))
    known = reasons()
    if "--write" in sys.argv:
        write(missing, known)
    failed = False
    for kind, wanted in WANTED.items():
        of_kind = {key: value for key, value in missing.items() if key[0] == kind}
        unreached = {key: (line, count - known.get(key, (0, ""))[0]) for key, (line, count) in of_kind.items()
                     if count > known.get(key, (0, ""))[0]}
        share = {what: 100 - 100 * sum(value[1] for value in these.values()) / max(1, total[kind])
                 for what, these in {"all": of_kind, "unlisted": unreached}.items()}
        print(f"{kind}: {share['all']:.2f} % of {total[kind]}, {share['unlisted']:.2f} % with what has a reason"
              f" (wanted: {wanted:.0f} %)")
        failed |= share["unlisted"] < wanted
        for (_, file, text), (number, how_many) in sorted(unreached.items(), key=lambda item: (item[0][1], item[1][0])):
            print(f"  {file}:{number}: {how_many} {kind}: {text}")
    stale = [key for key, (count, _) in known.items() if missing.get(key, (0, 0))[1] < count]
    for kind, file, text in stale:
        print(f"tests/coverage.md: {file}: `{text}` is reached, or is gone")
    sys.exit(failed or bool(stale))


if __name__ == "__main__":
    main()
