#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py PROGRAM [LANGUAGE]: starts the window and walks through its accessibility tree, view by view.

Runs in a display and a session bus of its own (tests/accessibility/run). Fails when something that can be focused or
pressed has no name, when a table shows no cells, or when a view cannot be reached. Nothing waits for a fixed time.
"""

import subprocess
import sys
import tempfile

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


# Seconds: for the demo's calls to come and to end, so that every table has rows; and for a view to come to the front.
ROWS_COME = 40
VIEW_COMES = 10
VIEWS = 10


def cells(root):
    return sum(1 for _, path in spi.walk(root, children=40) if is_cell_with_text(path[-1]))


def tables(root):
    return [node for node, _ in spi.walk(root, children=40) if node.getRoleName() == "table" and is_in_sight(node)]


def is_in_sight(node):
    """A dock behind another is shown, at a place that is none."""
    return spi.is_shown(node) and node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS).x >= 0


def has_cells(table):
    return any(is_cell_with_text(path[-1]) for _, path in spi.walk(table, children=40))


def empty_tables(root):
    """Names of the tables that are shown and have no cells with text."""
    return [table.name for table in tables(root) if not has_cells(table)]


def has_rows(root):
    shown = tables(root)
    return bool(shown) and all(has_cells(table) for table in shown)


def tab_lists(root):
    """The tabs of each list of tabs, those of the views first: docks that lie on each other have some, too, but fewer."""
    lists = {}
    for node, path in spi.walk(root):
        if path[-1].startswith("page tab “") and spi.is_shown(node):
            lists.setdefault(tuple(path[:-1]), []).append(node)
    return sorted(lists.values(), key=len, reverse=True)


def view_tabs(root):
    return next(iter(tab_lists(root)), [])


def is_in_front(root, index):
    """Whether the view of that number is shown, and no other."""
    for node, _ in spi.walk(root, children=40):
        if node.getRoleName() == "layered pane" and node.childCount == VIEWS:
            return [i for i in range(VIEWS) if spi.is_shown(node.getChildAtIndex(i))] == [index]
    return False


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
        if not spi.until(lambda: has_rows(root), ROWS_COME):
            problems.append(f"at first: no cells: {empty_tables(root) or 'there is no table'}")
        tabs = spi.until(lambda: len(found := view_tabs(root)) >= VIEWS and found, VIEW_COMES) or view_tabs(root)
        if len(tabs) < VIEWS:
            problems.append(f"only {len(tabs)} views can be reached")
        for index, tab in enumerate(tabs):
            spi.press(tab)
            if not spi.until(lambda: is_in_front(root, index), VIEW_COMES):
                problems.append(f"{tab.name}: does not come to the front")
            if not spi.until(lambda: has_rows(root), ROWS_COME):
                problems.append(f"{tab.name}: no cells: {empty_tables(root)}")
            found = sorted(set(nameless(root)))
            print(f"{tab.name}: {cells(root)} cells with text, {len(found)} without a name")
            problems += [f"{tab.name}: no name: {path}" for path in found]
        for tab in [tab for docks in tab_lists(root)[1:] for tab in docks]:
            spi.press(tab)
            found = sorted(set(nameless(root)))
            print(f"{tab.name}: {len(found)} without a name")
            problems += [f"{tab.name}: no name: {path}" for path in found]
    finally:
        window.terminate()
        window.wait(20)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
