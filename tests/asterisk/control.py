# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Linescope acts on calls: a scenario asks for one function of call control, the phones do their part, and what comes of
it is asked of the server. The cases are in control_cases.py."""

import json
import os
import re
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from calls import missing
from checks import Checks
from control_cases import CASES
from seen import Watch
from server import SECRET
from truth import Truth

PHONES = ("6001", "6002", "6003")
# What Linescope may send to act on calls; everything else that it sends only asks.
ACTIONS = set("Originate Hangup BlindTransfer Redirect Park Atxfer CancelAtxfer ConfbridgeKick PlayDTMF PJSIPNotify".split())
LOG = "actions"  # the name of the server's log of them


class Stage:
    """One case while it is played."""

    def __init__(self, checks, program, source, lines, truth, folder):
        self.checks, self.truth = checks, truth
        self._program, self._source, self._lines = program, source, lines
        self._file = Path(folder) / "case.scenario.json"
        self._events = len(truth.trace)
        self._process = None

    def plays(self, phones, steps):
        """The scenario, by a program that owns the calls of these phones; each of its lines has the name of the phone."""
        opens = [{"app": "A", "do": "lineInitializeEx"},
                 {"expect": {"world": {"line": max(self._lines.values()), "exists": True}, "within": "5s"}}]
        opens += [{"app": "A", "do": "lineOpen", "line": self._lines[phone], "privilege": ["OWNER"],
                   "media": ["INTERACTIVEVOICE"], "as": phone} for phone in phones]
        self._file.write_text(json.dumps({"linescope": "scenario/1", "title": self.checks.about,
                                          "provider": {"type": "asterisk"},
                                          "steps": opens + steps + [{"expect": {"not": {"finding": "any"}}}]}))
        self._process = subprocess.Popen([self._program, "run", str(self._file), "--source", self._source, "--json"],
                                         text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                         env={**os.environ, "LINESCOPE_SECRET": SECRET})

    def both_talk(self, one, two):
        first = one.is_called().rings(100).answers()
        second = two.is_called().rings(100).answers()
        self.are_together("6001", "6002")
        return first, second

    def are_together(self, *numbers):
        self.truth.wait_for(lambda truth: truth.are_together(numbers), 5, f"{' and '.join(numbers)} to talk to each other")

    def events(self):
        return self.truth.trace[self._events:]

    def said(self, *words):
        self.checks.that(f"the server says {' '.join(words)}", not missing(self.events(), [words]))

    def that(self, what, there, wanted):
        self.checks.that(f"{what}: {wanted}", there == wanted, f"({there})")

    def ends(self, patience=10):
        """The scenario; what it says is a problem if it did not pass."""
        if self._process is None:
            return
        try:
            output = self._process.communicate(timeout=patience)[0]
        except subprocess.TimeoutExpired:
            self._process.kill()
            output = self._process.communicate()[0]
        self.checks.that("the scenario", self._process.returncode == 0, why(output))
        self._process = None


def why(output):
    """What a scenario says of its failure, and the findings of its journal."""
    events = [json.loads(line) for line in output.splitlines() if line.startswith("{") and line.endswith("}")]
    told = [f"step {event['step']}: {event['failure']}" for event in events if event.get("failure")]
    told += [f"finding {event['rule']}: {event['text']}" for event in events if event.get("event") == "finding"]
    return " ".join(told) or output.strip()[-500:]


def sent(server):
    """The actions on calls that the server has got from anybody, in order; of those that it refuses, its security log tells."""
    log = (server.folder / "log" / LOG).read_text(errors="replace")
    names = [name or refused for name, refused in re.findall(r"Running action '(\w+)'|RequestType=\"Action: (\w+)\"", log)]
    return [name for name in names if name in ACTIONS]


def play(checks, stage, phones, make):
    with ExitStack() as stack:
        desk = [stack.enter_context(phones.softphone(number)) for number in PHONES]
        try:
            make(stage, *desk)
        except (RuntimeError, TimeoutError) as error:
            checks.problems.append(f"{checks.about}: {' '.join(str(error).split())}")
        stage.ends()


def check(program, server, phones, url):
    server.command(f"logger add channel {LOG} debug,security")
    server.command("core set debug 1 manager.c")
    truth, problems = Truth(server), []
    watch = Watch(program, url(server))  # looks on, and knows the order of the lines
    try:
        devices = [f"PJSIP/{number}" for number in PHONES]
        watch.wait_for(lambda w: w.is_up() and all(device in w.service for device in devices), 15, "the lines")
        names = list(watch.devices.values())
        lines = {number: names.index(device) + 1 for number, device in zip(PHONES, devices)}
        with tempfile.TemporaryDirectory(prefix="linescope-control-") as folder:
            for title, actions, user, make in CASES:
                checks, known = Checks(f"control, {title}"), len(sent(server))
                source = url(server, "?control=1&pickup=*8&notify=1", user)
                stage = Stage(checks, program, source, lines, truth, folder)
                play(checks, stage, phones, make)
                server.command("channel request hangup all")
                truth.settle()
                stage.that("the actions", sent(server)[known:], actions)
                problems += checks.problems
                if checks.problems and os.environ.get("LINESCOPE_TRACE"):
                    print("\n".join(f"    {line}" for line in stage.events()), file=sys.stderr)
    finally:
        watch.finish()
        truth.close()
        server.command("core set debug 0 manager.c")
        server.command(f"logger remove channel {LOG}")
    return problems + [f"control: {problem}" for problem in watch.problems]
