# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Linescope saw: linescopectl watch --json, read line by line while the calls go on."""

import json
import os
import signal
import subprocess
import threading
from dataclasses import dataclass, field
from datetime import datetime

from server import SECRET


@dataclass
class Call:
    id: str
    line: str
    uniqueid: str
    states: list = field(default_factory=list)  # (time, state, mode)
    facts: dict = field(default_factory=dict)  # call info, the newest values

    @property
    def state(self):
        return self.states[-1][1] if self.states else ""

    @property
    def mode(self):
        """Of DISCONNECTED; empty if the call went to IDLE without it."""
        return next((mode for _, state, mode in self.states if state == "DISCONNECTED"), "")

    def milestones(self):
        """The states that the server knows too. PROCEEDING, BUSY and DISCONNECTED say more than a channel's state does."""
        found = []
        for _, state, mode in self.states:
            more = state in ("PROCEEDING", "BUSY", "DISCONNECTED", "SPECIALINFO", "DIALTONE")
            silent = (state, mode) == ("OFFERING", "INACTIVE")  # it is called, and has not rung (S-54)
            if not more and not silent and state not in found[-1:]:
                found.append(state)
        return found

    def first(self, state):
        return next((when for when, name, _ in self.states if name == state), 0)

    def is_held(self):
        """(begin, end) of each time that the far end held it."""
        ends = [when for when, _, _ in self.states[1:]]
        return [(when, end) for (when, *state), end in zip(self.states, ends) if state == ["CONNECTED", "ACTIVEHELD"]]

    def holds(self):
        """Seconds of each hold."""
        found, since = [], 0
        for when, state, _ in self.states:
            if state == "ONHOLD" and not since:
                since = when
            elif state != "ONHOLD" and since:
                found.append(when - since)
                since = 0
        return found


class Watch:
    """One linescopectl; its picture of the server grows with its output."""

    def __init__(self, program, url, arguments=()):
        self.url = url
        self.calls = {}  # by the provider's reference, newest
        self.parents = []  # the calls that stand for conferences
        self.devices = {}  # id -> name
        self.service = {}  # name -> in service
        self.opened = {}  # name -> when its first application opened it
        self.providers = []  # (up, text)
        self.header = self.summary = None
        self.handles = 0
        self.problems = []
        self._by_id = {}
        self._seq = 0
        self._lock = threading.Condition()
        self._process = subprocess.Popen([program, "watch", url, "--json", *arguments], stdout=subprocess.PIPE,
                                         stderr=subprocess.PIPE, text=True,
                                         env={**os.environ, "LINESCOPE_SECRET": SECRET})
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def wait_for(self, condition, seconds, what):
        with self._lock:
            if not self._lock.wait_for(lambda: condition(self) or self._process.poll() is not None, seconds) \
                    or not condition(self):
                raise TimeoutError(f"{self.url}: waited {seconds} s for {what}; it says {self.providers[-1:]}")

    def is_up(self):
        return bool(self.providers) and self.providers[-1][0]

    def live(self):
        return [call for call in self._by_id.values() if call.state != "IDLE"]

    def finish(self, may_log=False):
        """Ctrl-C; what is wrong with its end goes to the problems."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        try:
            status = self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            status = self._process.wait()
            self.problems.append("it did not end on SIGINT")
        self._reader.join(5)
        errors = self._process.stderr.read()
        if status or (errors and not may_log):
            self.problems.append(f"exit status {status}, stderr: {errors.strip()[:500]!r}")
        if self.summary is None:
            self.problems.append("no summary")
        elif self.summary["handles"] != self.handles or self.summary["dropped"]:
            self.problems.append(f"the summary says {self.summary}, the events {self.handles} handles")
        elif not self.live() and self.summary["retained"] != self.handles:
            self.problems.append(f"all calls are idle and nobody deallocates, but the summary says {self.summary}")

    def _read(self):
        for line in self._process.stdout:
            with self._lock:
                try:
                    self._take(json.loads(line))
                except (ValueError, KeyError) as error:
                    self.problems.append(f"{error!r} in {line.strip()[:200]}")
                self._lock.notify_all()
        with self._lock:
            self._lock.notify_all()

    def _take(self, event):
        if "linescope" in event:
            self.header = event
            return
        if event["event"] == "summary":
            self.summary = event
            return
        self._seq += 1
        if event["seq"] != self._seq:
            self.problems.append(f"seq {event['seq']} where {self._seq} was due")
            self._seq = event["seq"]
        handler = getattr(self, "_on_" + event["event"].lower(), None)
        if handler:
            handler(event, datetime.fromisoformat(event["t"].replace("Z", "+00:00")).timestamp())

    def _on_providerstate(self, event, _):
        self.providers.append((event["up"], event.get("text", "")))

    def _on_deviceadded(self, event, _):
        self.devices[event["device"]] = event["name"]
        self.service[event["name"]] = event.get("inService", True)

    def _on_devicestate(self, event, _):
        self.service[self.devices[event["device"]]] = event["inService"]

    def _on_lineopened(self, event, when):
        self.opened.setdefault(self.devices[event["device"]], when)

    def _on_deviceremoved(self, event, _):
        self.service.pop(self.devices.pop(event["device"]), None)

    def _on_callcreated(self, event, _):
        call = Call(event["call"], self.devices[event["device"]], event.get("providerRef", ""))
        call.facts.update(event)
        self._by_id[call.id] = self.calls[call.uniqueid] = call
        if event.get("origin") == "CONFERENCE":
            self.parents.append(call)

    def _on_callstate(self, event, when):
        self._by_id[event["call"]].states.append((when, event["state"], event.get("mode", "")))

    def _on_callinfo(self, event, _):
        self._by_id[event["call"]].facts.update(event)

    def _on_handlecreated(self, event, _):
        self.handles += 1

    def _on_finding(self, event, _):
        self.problems.append(f"finding {event.get('rule')}: {event.get('subject')} {event.get('text')}")
