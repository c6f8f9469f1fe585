# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server dies in the middle of calls, and comes back: what does Linescope say then?"""

import time

from checks import Checks
from phones import Callee, Caller
from seen import Watch
from truth import Truth


def same_picture(server, watch):
    """Its live calls are the channels that `core show channels` has."""
    return server.channels() == sorted(call.facts.get("channel", "") for call in watch.live())


def originate(truth, server, exten, channels):
    truth.act(Action="Originate", Channel="Local/talk@caller/n", Context="default", Exten=exten, Priority=1,
              CallerID='"Caller" <2001>', Async="true")
    deadline = time.monotonic() + 10
    while len(server.channels()) < channels and time.monotonic() < deadline:
        time.sleep(0.05)


def check(program, server, phones, url):
    checks = Checks("crash")
    truth = Truth(server)
    phones.play(Caller("6001", "6002").is_answered().wait(60000).hang_up(),
                Callee("6002").rings(100).answers().wait(100).hold().wait(60000).is_hung_up())
    truth.wait_for(lambda t: t.named("PJSIP/6002", "ONHOLD"), 10, "a held call")
    originate(truth, server, "81001", 6)
    # It arrives when calls are up already: the snapshot has to be right (and what it cannot know says so).
    watch = Watch(program, url(server, "?local=show"))
    try:
        checks.soon("the snapshot", watch, lambda w: w.is_up() and len(w.live()) == 6, 15)
        checks.that("the snapshot equals core show channels", same_picture(server, watch), picture(server, watch))
        held = next((call for call in watch.live() if call.line == "PJSIP/6002"), None)
        checks.that("the held call is found ONHOLD", held and held.state == "ONHOLD", f"({held and held.state})")
        truth.close()
        before = list(watch.live())
        server.kill()
        checks.soon("the loss to be told", watch, lambda w: not w.is_up(), 20)
        checks.soon("the calls to be UNKNOWN", watch, lambda w: all(c.state == "UNKNOWN" for c in before), 5)
        checks.soon("the devices to be out of service", watch, lambda w: not any(w.service.values()), 5)
        phones.finish(0.2)
        server.start()
        phones.register()
        checks.soon("the reconnection", watch, lambda w: w.is_up(), 40)
        checks.soon("the lost calls to be IDLE", watch, lambda w: all(c.state == "IDLE" for c in before), 10)
        checks.soon("the registered phones to be in service", watch, lambda w: w.service.get("PJSIP/6001"), 10)
        checks.that("the unregistered phone stays out of service", not watch.service.get("PJSIP/6005"))
        new_calls(checks, server, phones, watch)
    finally:
        watch.finish(may_log=True)
    return checks.problems + [f"crash: {problem}" for problem in watch.problems]


def new_calls(checks, server, phones, watch):
    truth = Truth(server)
    phones.play(Caller("6001", "6002").is_answered().wait(1500).hang_up(), Callee("6002").rings(100).answers().is_hung_up())
    truth.wait_for(lambda t: t.named("PJSIP/6001"), 10, "a new call")
    originate(truth, server, "81001", 6)
    checks.soon("the new calls", watch, lambda w: len(w.live()) == 6, 5)
    checks.that("the picture equals core show channels again", same_picture(server, watch), picture(server, watch))
    server.command("channel request hangup all")
    truth.settle()
    phones.finish()
    checks.soon("all calls to be IDLE", watch, lambda w: not w.live(), 5)
    truth.close()


def picture(server, watch):
    return f"(server {server.channels()}, Linescope {sorted(call.facts.get('channel', '') for call in watch.live())})"
