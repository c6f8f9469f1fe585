# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What really happened: Asterisk's call event log (CEL), its call records (CDR), and the states its channels went through."""

import csv
import json
import threading
import time
from dataclasses import dataclass, field

from ami import Ami
from bridges import HELPERS, Bridges
from tracing import short

# What a channel's state means for the call of the phone at its end (provider-independent words of TAPI).
STATES = {"Ring": "DIALING", "Ringing": "OFFERING", "Up": "CONNECTED"}
# What Linescope should say of a party of a conference: CONNECTED would leave conferences out of the comparison.
IN_CONFERENCE = "CONFERENCED"


@dataclass
class Channel:
    uniqueid: str
    name: str
    linkedid: str = ""
    caller: str = ""
    connected: str = ""
    up: bool = False
    dials: float = 0  # since when, for who dials a number that the server dials on for it
    states: list = field(default_factory=list)  # (time, TAPI's name), in order
    folded: list = field(default_factory=list)  # the same, where Local channels are not shown
    conferences: set = field(default_factory=set)  # (folded, bridge) that it was in
    holds: list = field(default_factory=list)  # seconds each
    held_since: float = 0
    music: list = field(default_factory=list)  # [begin, end] each: what a party hears whom somebody holds or parks
    answered: float = 0  # CEL
    ended: float = 0  # CEL
    cause: int = -1  # CEL
    source: str = ""  # CEL: who hung up
    picked_up: bool = False  # it rang, and another took the call

    @property
    def line(self):
        """The line of the channel: its name without the number of the call."""
        name = self.name.split(";")[0]
        return name.rpartition("-")[0]

    @property
    def is_local(self):
        return self.name.startswith("Local/")

    @property
    def is_helper(self):
        return self.name.startswith(HELPERS)

    def is_held(self):
        """(begin, end) of each time that the far end held it, while it did not hold the far end itself."""
        found = []
        for (begin, state), (end, _) in zip(self.folded, self.folded[1:]):
            common = [(max(begin, since), min(end, until)) for since, until in self.music] if state == "CONNECTED" else []
            found += [(since, until) for since, until in common if until > since]
        return found

    def states_in(self, view):
        return self.states if view == "show" else self.folded


def enter(states, when, state):
    """Where another takes the place of a party, which goes a moment earlier, three have been in conference all along."""
    if state == IN_CONFERENCE and len(states) > 1 and states[-2][1] == state and when - states[-1][0] < 0.05:
        states.pop()
    if not states or states[-1][1] != state:
        states.append((when, state))


class Truth:
    """Listens over a login of its own and reads the log that Asterisk writes."""

    def __init__(self, server):
        self.channels = {}
        self.records = []  # CDR
        self.trace = []  # lines about the events
        self._lock = threading.Condition()
        self._alive = set()
        self._bridges = Bridges()
        self._started = time.time()
        self._cel = server.folder / "log" / "cel-custom" / "Master.csv"
        self._ami = Ami(server.ami_port, "truth", "truth", self._heard)
        self.act = self._ami.act

    def close(self):
        self._ami.close()

    def since(self, known):
        """The channels that are new since `known`, a set of uniqueids, with what the CEL says of them."""
        self._read_cel()
        new = {u: c for u, c in self.channels.items() if u not in known}
        ends = {c.name: c.ended for c in new.values()}
        for channel in new.values():
            if ends.get(channel.source, channel.ended) < channel.ended - 0.25:
                channel.source = ""  # who left a bridge earlier is kept as the source of who stays in it, wrongly
        return new

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
        states = (state, IN_CONFERENCE) if state == "CONNECTED" else (state,)
        with self._lock:
            return next((c for u, c in reversed(self.channels.items()) if u in self._alive and c.name.startswith(prefix)
                         and c.states and c.states[-1][1] in states), None)

    def is_up(self, name):
        return any(self.channels[u].name == name for u in self._alive)

    def are_together(self, numbers):
        """Whether the newest channels of these phones talk to each other now."""
        newest = {channel.line: channel.uniqueid for channel in self.channels.values()}
        return self._bridges.are_together([newest.get(f"PJSIP/{number}") for number in numbers])

    def in_conference(self):
        """How many are in conference rooms now."""
        return self._bridges.in_rooms()

    def _heard(self, event):
        with self._lock:
            self.trace += filter(None, [short(event, self._started)])
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
            self._say(channel, event["_t"], state)

    def _say(self, channel, when, state):
        for folded, states in ((False, channel.states), (True, channel.folded)):
            conference = state == "CONNECTED" and self._bridges.conference_of(channel.uniqueid, folded)
            if conference:
                channel.conferences.add((folded, conference))
            enter(states, when, IN_CONFERENCE if conference else state)

    def _say_again(self, when):
        """Whoever is up may have become a party of a conference, or may be one no more."""
        for channel in (self.channels[u] for u in self._alive):
            if channel.up and not channel.held_since:
                self._say(channel, when, "CONNECTED")

    def _on_musiconholdstart(self, event):
        channel = self.channels.get(event["Uniqueid"])
        if channel and self._bridges.is_in_one(channel.uniqueid):  # who waits in a queue is in none, and nobody holds it
            channel.music.append([event["_t"], float("inf")])

    def _on_musiconholdstop(self, event):
        channel = self.channels.get(event["Uniqueid"])
        if channel and channel.music:
            channel.music[-1][1] = min(channel.music[-1][1], event["_t"])

    def _on_localbridge(self, event):
        self._bridges.pair(event)

    def _on_bridgeenter(self, event):
        self._bridges.enter(event)
        self._say_again(event["_t"])

    def _on_bridgeleave(self, event):
        self._bridges.leave(event)
        self._say_again(event["_t"])

    def _on_pickup(self, event):
        if event["TargetUniqueid"] in self.channels:
            self.channels[event["TargetUniqueid"]].picked_up = True

    def _on_attendedtransfer(self, event):
        """All three hear each other: the music has stopped, though no Unhold says that nobody is held any more."""
        if event["DestType"] == "Threeway":
            self._on_unhold({"_t": event["_t"], "Uniqueid": event["OrigTransfererUniqueid"]})

    def _on_dialbegin(self, event):
        channel = self.channels.get(event.get("Uniqueid"))
        if channel:
            channel.dials = channel.dials or event["_t"]

    def _on_dialstate(self, event):
        channel = self.channels.get(event.get("Uniqueid"))
        if channel and event["DialStatus"] == "RINGING" and not channel.up:
            self._say(channel, event["_t"], "RINGBACK")

    def _on_hold(self, event):
        channel = self.channels[event["Uniqueid"]]
        channel.held_since = event["_t"]
        self._say(channel, event["_t"], "ONHOLD")

    def _on_unhold(self, event):
        channel = self.channels[event["Uniqueid"]]
        if channel.held_since:
            channel.holds.append(event["_t"] - channel.held_since)
            channel.held_since = 0
            self._say(channel, event["_t"], "CONNECTED")

    def _on_hangup(self, event):
        channel = self.channels.get(event["Uniqueid"])
        if channel:
            if channel.held_since:
                channel.holds.append(event["_t"] - channel.held_since)
            self._say(channel, event["_t"], "IDLE")
            self._alive.discard(channel.uniqueid)

    def _on_rename(self, event):
        """None was ever seen on 16 and 22, masquerades or not: the Uniqueid is the leg of the phone."""
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
