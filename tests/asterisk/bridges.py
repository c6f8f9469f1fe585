# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is in which bridge, and what is a conference."""

# Names of channels that no device has: helpers of conferences and bridges.
HELPERS = ("CBAnn/", "CBRec/", "Announcer/", "Recorder/", "ConfBridgeRecorder/", "OutgoingSpoolFailed", "Surrogate/")


class Bridges:
    def __init__(self):
        self._where = {}  # Uniqueid -> bridge
        self._locals = {}  # Uniqueid -> Uniqueid of the other half
        self._rooms = set()  # bridges made by ConfBridge

    def enter(self, event):
        if event["Channel"].startswith(HELPERS):
            return
        if event["BridgeCreator"] == "ConfBridge":
            self._rooms.add(event["BridgeUniqueid"])
        self._where[event["Uniqueid"]] = event["BridgeUniqueid"]

    def leave(self, event):
        if self._where.get(event["Uniqueid"]) == event["BridgeUniqueid"]:
            del self._where[event["Uniqueid"]]

    def pair(self, event):
        one, two = event["LocalOneUniqueid"], event["LocalTwoUniqueid"]
        self._locals.update({one: two, two: one})

    def is_in_one(self, uniqueid):
        return uniqueid in self._where

    def are_together(self, uniqueids):
        """Whether they hear each other, also through Local channels."""
        there = [self._where.get(uniqueid) for uniqueid in uniqueids]
        return all(there) and self._tied(there[0]).issuperset(there)

    def in_rooms(self):
        """How many are in conference rooms."""
        return sum(bridge in self._rooms for bridge in self._where.values())

    def conference_of(self, uniqueid, folded):
        """The bridge of the conference it is in, or nothing. A room is one however many are in it, and so is a bridge with
        three. Folded, bridges that Local channels tie together are one: whoever talks at the far end of those is in it too."""
        if uniqueid not in self._where:
            return ""
        bridges = self._tied(self._where[uniqueid]) if folded else {self._where[uniqueid]}
        members = {bridge: self._members(bridge) for bridge in bridges}
        rooms = [bridge for bridge in bridges if bridge in self._rooms]
        crowded = [bridge for bridge in bridges if len(members[bridge]) > 2]
        parties = [u for bridge in bridges for u in members[bridge] if not (folded and self._locals.get(u) in self._where)]
        return next(iter(rooms or (crowded if len(parties) > 2 else [])), "")

    def _members(self, bridge):
        return [u for u, where in self._where.items() if where == bridge]

    def _tied(self, bridge):
        found, queue = set(), [bridge]
        while queue:
            here = queue.pop()
            if here and here not in found:
                found.add(here)
                queue += [self._where.get(self._locals.get(u)) for u in self._members(here)]
        return found
