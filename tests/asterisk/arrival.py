# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Linescope comes in the middle of calls, the server reads its configuration anew, and is shut down in good order."""

import time

from checks import Checks
from seen import Watch
from truth import Truth

# What one who comes later should know of a call as well as one who was there.
FACTS = ("group", "channel", "origin", "callerId", "calledId", "connectedId")


def check(program, server, phones, url):
    checks = Checks("arrival")
    truth = Truth(server)
    before = Watch(program, url(server))
    later = None
    try:
        checks.soon("the login", before, lambda w: w.is_up(), 15)
        with phones.softphone("6001") as one, phones.softphone("6002") as two:
            with phones.softphone("6003") as three, phones.softphone("6004") as four:
                make_calls(truth, one, two, three, four)
                checks.soon("the calls", before, lambda w: len(w.live()) == 6, 5)
                later = Watch(program, url(server))
                checks.soon("the snapshot", later, lambda w: w.is_up() and len(w.live()) == 6, 15)
                time.sleep(0.5)  # the snapshot has been told in full
                compare(checks, before, later)
                reload(checks, server, truth, (before, later))
                shut_down(checks, server, (before, later))
    finally:
        truth.close()
        for watch in filter(None, (before, later)):
            watch.finish(may_log=True)
    return checks.problems + [f"arrival: {problem}" for watch in (before, later) if watch for problem in watch.problems]


def make_calls(truth, one, two, three, four):
    """One call talks, one is held by the called side, one rings."""
    talking = one.dials("6002")
    two.is_called().rings(100).answers()
    talking.is_answered()
    held = three.dials("6004")
    holder = four.is_called().rings(100).answers()
    held.is_answered()
    truth.wait_for(lambda t: t.named("PJSIP/6004"), 5, "the second call")
    time.sleep(0.2)
    holder.hold()
    one.dials("6002").wait(50)
    two.is_called().rings(300)


def compare(checks, before, later):
    checks.that("both see the same calls", calls_of(before) == calls_of(later), f"({calls_of(before)}, {calls_of(later)})")
    for call in before.live():
        other = later.calls.get(call.uniqueid)
        if other is None:
            continue
        name = call.facts.get("channel")
        checks.that(f"{name}: the state is {' '.join(call.states[-1][1:]).strip()} for who comes later",
                    call.states[-1][1:] == other.states[-1][1:], f"({' '.join(other.states[-1][1:]).strip()})")
        for fact in FACTS:
            checks.that(f"{name}: {fact} is {call.facts.get(fact)!r} for who comes later",
                        call.facts.get(fact) == other.facts.get(fact), f"({other.facts.get(fact)!r})")


def calls_of(watch):
    return sorted(call.uniqueid for call in watch.live())


def reload(checks, server, truth, watches):
    """Of everything, by the Manager Interface and by the command line: no call changes, and nobody is cut off."""
    known = [picture(watch) for watch in watches]
    channels = server.channels()
    truth.act(Action="Reload")
    server.command("core reload")
    time.sleep(1)
    checks.that("a reload leaves the channels", channels == server.channels(), f"({channels}, {server.channels()})")
    for watch, was in zip(watches, known):
        checks.that("a reload changes nothing", was == picture(watch), f"({was}, {picture(watch)})")


def picture(watch):
    return {"up": watch.is_up(), "told": len(watch.providers), "handles": watch.handles,
            "in service": sorted(name for name, there in watch.service.items() if there),
            "calls": {call.uniqueid: [name for _, name, _ in call.states] for call in watch.live()}}


def shut_down(checks, server, watches):
    """Asterisk hangs all calls up and says so before it goes."""
    calls = [list(watch.live()) for watch in watches]
    server.command("core stop now")
    server.process.wait(10)
    for watch, known in zip(watches, calls):
        checks.soon("the shutdown to be told", watch, lambda w: not w.is_up(), 10)
        checks.soon("the devices to be out of service", watch, lambda w: not any(w.service.values()), 5)
        checks.soon("all calls to be IDLE", watch, lambda w: not w.live(), 5)
        states = {call.facts.get("channel"): [name for _, name, _ in call.states] for call in known}
        checks.that("no call of an orderly shutdown becomes UNKNOWN",
                    not any("UNKNOWN" in names for names in states.values()), f"({states})")
