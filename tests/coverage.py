#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tests/coverage.py [--write]: what the tests of the engine reach, as tests/run --coverage has counted it.

Fails below 100 % of the lines and 98 % of the branches of engine/{tapi,world,server,journal,provider}. What is listed in
tests/coverage.md with a reason is not counted; --write makes that list anew and keeps the reasons."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tests/coverage.md"
FOLDERS = ("tapi", "world", "server", "journal", "provider")
WANTED = {"lines": 100.0, "branches": 98.0}
ROW = re.compile(r"^\| (lines|branches) \| (\S+) \| `` (.+) `` \| (.+) \|$")


def measured():
    command = ["gcovr", "--root", str(ROOT), "--exclude-throw-branches", "--exclude-unreachable-branches", "--json", "-"]
    for folder in FOLDERS:
        command += ["--filter", f"{ROOT}/engine/{folder}/"]
    command.append(str(ROOT / "build/coverage"))
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=ROOT).stdout)["files"]


def reasons():
    rows = (ROW.match(line) for line in LIST.read_text().splitlines()) if LIST.exists() else ()
    return {(row[1], row[2], row[3]): row[4] for row in rows if row}


def gaps(files):
    """What is not reached: (kind, file, text of the line) -> (line number, how many); and how many there are of a kind."""
    missing, total = {}, {"lines": 0, "branches": 0}
    for file in files:
        source = (ROOT / file["file"]).read_text().splitlines()
        for line in file["lines"]:
            if line.get("gcovr/noncode"):
                continue
            number = line["line_number"]
            branches = [branch for branch in line["branches"] if not branch["throw"]]
            total["lines"] += 1
            total["branches"] += len(branches)
            if line["count"] == 0:
                note(missing, ("lines", file["file"], source[number - 1].strip()), number, 1)
            note(missing, ("branches", file["file"], source[number - 1].strip()), number,
                 sum(branch["count"] == 0 for branch in branches))
    return missing, total


def note(missing, key, number, count):
    if count:
        missing[key] = (number, missing.get(key, (0, 0))[1] + count)


def write(missing, known):
    rows = [f"| {kind} | {file} | `` {text} `` | {known.get((kind, file, text), '')} |"
            for kind, file, text in sorted(missing)]
    head = LIST.read_text().split("| what |")[0]
    LIST.write_text(head + "| what | file | line | why no test reaches it |\n|---|---|---|---|\n" + "\n".join(rows) + "\n")


def main():
    missing, total = gaps(measured())
    known = reasons()
    if "--write" in sys.argv:
        write(missing, known)
    failed = False
    for kind, wanted in WANTED.items():
        unreached = {key: value for key, value in missing.items() if key[0] == kind and key not in known}
        count = sum(value[1] for value in unreached.values())
        share = 100.0 * (total[kind] - count) / max(1, total[kind])
        print(f"{kind}: {share:.2f} % of {total[kind]} (wanted: {wanted:.0f} %)")
        failed |= share < wanted
        for (_, file, text), (number, how_many) in sorted(unreached.items(), key=lambda item: (item[0][1], item[1][0])):
            print(f"  {file}:{number}: {how_many} {kind}: {text}")
    stale = [key for key in known if key not in missing]
    for kind, file, text in stale:
        print(f"tests/coverage.md: {file}: `{text}` is reached, or is gone")
    sys.exit(failed or bool(stale))


if __name__ == "__main__":
    main()
