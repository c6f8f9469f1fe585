# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What really happened: Asterisk's call event log (CEL), its call records (CDR), and the states its channels went through."""

import csv
import json
import threading
import time
from dataclasses import dataclass, field

from ami import Ami

# What a channel's state means for the call of the phone at its end (provider-independent words of TAPI).
STATES = {"Ring": "DIALING", "Ringing": "OFFERING", "Up": "CONNECTED"}


@dataclass
class Channel:
    uniqueid: str
    name: str
    linkedid: str = ""
    caller: str = ""
    connected: str = ""
    up: bool = False
    states: list = field(default_factory=list)  # (time, TAPI's name), in order
    holds: list = field(default_factory=list)  # seconds each
    held_since: float = 0
    answered: float = 0  # CEL
    ended: float = 0  # CEL
    cause: int = -1  # CEL
    source: str = ""  # CEL: who hung up

    @property
    def line(self):
        """The line of the channel: its name without the number of the call."""
        name = self.name.split(";")[0]
        return name.rpartition("-")[0]

    @property
    def is_local(self):
        return self.name.startswith("Local/")

    def entered(self, when, state):
        if not self.states or self.states[-1][1] != state:
            self.states.append((when, state))


class Truth:
    """Listens over a login of its own and reads the log that Asterisk writes."""

    def __init__(self, server):
        self.channels = {}
        self.records = []  # CDR
        self._lock = threading.Condition()
        self._alive = set()
        self._cel = server.folder / "log" / "cel-custom" / "Master.csv"
        self._ami = Ami(server.ami_port, "truth", "truth", self._heard)
        self.act = self._ami.act

    def close(self):
        self._ami.close()

    def since(self, known):
        """The channels that are new since `known`, a set of uniqueids, with what the CEL says of them."""
        self._read_cel()
        return {u: c for u, c in self.channels.items() if u not in known}

    def wait_for(self, condition, seconds, what):
        with self._lock:
            if not self._lock.wait_for(lambda: condition(self), seconds):
                raise TimeoutError(f"waited {seconds} s for {what}; up: {[self.channels[u].name for u in self._alive]}")

    def settle(self, channels=0, seconds=15):
        """Until that many channels have come in all, none is up, and the log has been written."""
        self.wait_for(lambda truth: len(truth.channels) >= channels and not truth._alive, seconds, "the calls to end")
        deadline = time.monotonic() + 3
        while time.monotonic() < deadline:
            self._read_cel()
            if all(channel.ended for channel in self.channels.values()):
                return
            time.sleep(0.02)

    def named(self, prefix, state="CONNECTED"):
        """The newest channel of a name that is in a state now; None if there is none."""
        with self._lock:
            return next((c for u, c in reversed(self.channels.items()) if u in self._alive and c.name.startswith(prefix)
                         and c.states and c.states[-1][1] == state), None)

    def _heard(self, event):
        with self._lock:
            handler = getattr(self, "_on_" + event["Event"].lower(), None)
            if handler:
                handler(event)
            channel = self.channels.get(event.get("Uniqueid"))
            if channel and event.get("Linkedid") and event["Event"] != "Cdr":
                channel.linkedid = event["Linkedid"]
                channel.caller, channel.connected = event.get("CallerIDNum", ""), event.get("ConnectedLineNum", "")
            self._lock.notify_all()

    def _on_newchannel(self, event):
        channel = self.channels[event["Uniqueid"]] = Channel(event["Uniqueid"], event["Channel"])
        self._alive.add(channel.uniqueid)
        self._on_newstate(event)

    def _on_newstate(self, event):
        channel = self.channels.get(event["Uniqueid"])
        state = STATES.get(event["ChannelStateDesc"])
        if channel and state:
            channel.up = channel.up or state == "CONNECTED"
            channel.entered(event["_t"], state)

    def _on_dialstate(self, event):
        channel = self.channels.get(event.get("Uniqueid"))
        if channel and event["DialStatus"] == "RINGING" and not channel.up:
            channel.entered(event["_t"], "RINGBACK")

    def _on_hold(self, event):
        channel = self.channels[event["Uniqueid"]]
        channel.held_since = event["_t"]
        channel.entered(event["_t"], "ONHOLD")

    def _on_unhold(self, event):
        channel = self.channels[event["Uniqueid"]]
        if channel.held_since:
            channel.holds.append(event["_t"] - channel.held_since)
            channel.held_since = 0
            channel.entered(event["_t"], "CONNECTED")

    def _on_hangup(self, event):
        channel = self.channels.get(event["Uniqueid"])
        if channel:
            if channel.held_since:
                channel.holds.append(event["_t"] - channel.held_since)
            channel.entered(event["_t"], "IDLE")
            self._alive.discard(channel.uniqueid)

    def _on_rename(self, event):
        self.channels[event["Uniqueid"]].name = event["Newname"]

    def _on_cdr(self, event):
        self.records.append(event)

    def _read_cel(self):
        if not self._cel.exists():
            return
        with self._cel.open(newline="") as log, self._lock:
            for kind, when, uniqueid, linkedid, _, extra in (row for row in csv.reader(log) if len(row) == 6):
                channel = self.channels.get(uniqueid)
                if channel is None:
                    continue
                if kind == "ANSWER":
                    channel.answered = channel.answered or float(when)
                elif kind == "HANGUP":
                    facts = json.loads(extra or "{}")
                    channel.ended = float(when)
                    channel.cause = facts.get("hangupcause", -1)
                    channel.source = facts.get("hangupsource", "")
