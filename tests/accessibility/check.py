#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py PROGRAM [LANGUAGE]: starts the window and walks through its accessibility tree, view by view.

Runs in a display and a session bus of its own (tests/accessibility/run). Fails when something that can be focused or
pressed has no name, when a table shows no cells, or when a view cannot be reached.
"""

import subprocess
import sys
import tempfile
import time

import pyatspi
import spi
from gi.repository import GLib

# What a user acts on or reads: these need a name.
NAMED = {
    "push button", "toggle button", "check box", "radio button", "combo box", "spin button", "slider", "text", "entry",
    "page tab", "menu", "menu item", "check menu item", "radio menu item", "table", "tree", "tree table", "list",
    "list item", "table cell", "column header", "table column header",
}
# Parts that Qt makes for a widget and names after nothing; what they do can be done with the widget itself.
PARTS = {"scroll bar", "separator", "filler", "panel", "layered pane", "viewport", "split pane"}


def nameless(root):
    """Shown nodes that need a name and have none."""
    for node, path in spi.walk(root):
        try:
            if lacks_a_name(node):
                yield " > ".join(path)
        except GLib.GError:
            continue  # it has gone


def lacks_a_name(node):
    role = node.getRoleName()
    if not spi.is_shown(node) or role in PARTS:
        return False
    wanted = role in NAMED or spi.has(node, pyatspi.STATE_FOCUSABLE)
    return wanted and not node.name.strip() and not labelled(node) and not is_blank_cell(node)


def labelled(node):
    return any(
        relation.getRelationType() == pyatspi.RELATION_LABELLED_BY and relation.nTargets > 0
        for relation in node.getRelationSet()
    )


def is_blank_cell(node):
    """A cell with nothing in it has nothing to say, as long as its row says something."""
    if node.getRoleName() not in ("table cell", "list item"):
        return False
    row = node.parent
    return row is not None and any(sibling is not None and sibling.name for sibling, _ in spi.walk(row, children=60))


def cells(root):
    return sum(1 for _, path in spi.walk(root, children=40) if is_cell_with_text(path[-1]))


def is_cell_with_text(step):
    return step.startswith("table cell “") and step != "table cell “”"


def main():
    program, language = sys.argv[1], (sys.argv[2:] or ["en"])[0]
    settings = tempfile.NamedTemporaryFile(suffix=".ini")
    window = subprocess.Popen(
        [program, "--demo", "--lang", language, "--size", "1280x800", "--settings", settings.name], stdin=subprocess.DEVNULL
    )
    problems = []
    try:
        root = spi.application("linescope")
        time.sleep(3)  # until the demo has calls
        tabs = [node for node, path in spi.walk(root) if path[-1].startswith("page tab") and spi.is_shown(node)]
        if len(tabs) < 2:
            problems.append(f"only {len(tabs)} views can be reached")
        for tab in tabs:
            spi.press(tab)
            time.sleep(0.7)
            found = sorted(set(nameless(root)))
            print(f"{tab.name}: {cells(root)} cells with text, {len(found)} without a name")
            problems += [f"{tab.name}: no name: {path}" for path in found]
        if cells(root) == 0:
            problems.append("no table has cells")
    finally:
        window.terminate()
        window.wait(20)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
