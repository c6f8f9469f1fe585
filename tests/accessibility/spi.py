# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility tree of a program, as a screen reader sees it through AT-SPI."""

import time

import pyatspi
from gi.repository import GLib


def until(condition, seconds):
    """What the condition gives once it is true, or None if that is not so in time."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            if result := condition():
                return result
        except GLib.GError:
            pass  # what was looked at has gone: the program lives on meanwhile
        if time.monotonic() >= deadline:
            return None
        time.sleep(0.1)


def application(name, seconds=20):
    """The root of the program's tree, once it has registered itself."""

    def registered():
        children = list(pyatspi.Registry.getDesktop(0))
        return next((child for child in children if child is not None and child.name.lower() == name), None)

    if (root := until(registered, seconds)) is None:
        raise SystemExit(f"{name} does not appear in the accessibility tree")
    return root


def walk(node, path=(), depth=0, children=200):
    """Every node below, depth first, with the path of roles and names that leads there.

    The program lives on meanwhile: a node that has gone is left out.
    """
    if node is None or depth > 40:
        return
    try:
        here = path + (f"{node.getRoleName()} “{node.name}”",)
        count = min(node.childCount, children)
    except GLib.GError:
        return
    yield node, here
    for index in range(count):
        try:
            child = node.getChildAtIndex(index)
        except GLib.GError:
            continue
        yield from walk(child, here, depth + 1, children)


def has(node, state):
    return node.getState().contains(state)


def is_shown(node):
    return has(node, pyatspi.STATE_SHOWING) and has(node, pyatspi.STATE_VISIBLE)


def find(root, role, name):
    for node, _ in walk(root):
        if node.getRoleName() == role and node.name == name:
            return node
    return None


def press(node):
    """Does what the node does: a button's press, a tab's or a menu's."""
    action = node.queryAction()
    names = [action.getName(i) for i in range(action.nActions)]
    for wanted in ("Press", "press", "SetFocus", "ShowMenu"):
        if wanted in names:
            action.doAction(names.index(wanted))
            return
    raise SystemExit(f"{node.name} has no action but {names}")
