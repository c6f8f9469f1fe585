# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kinds of calls: each makes one or a few real calls and returns when the phones have done their part."""

import time

from phones import Callee, Caller

KINDS = []


def kind(title, channels):
    """A kind of calls and the number of channels it has on the server, pseudo channels of conferences not counted."""
    def add(make):
        KINDS.append((title, channels, make))
        return make
    return add


class Desk:
    """What a kind has at hand."""

    def __init__(self, server, truth, phones):
        self.server, self.truth, self.phones = server, truth, phones

    def play(self, *dialogs):
        self.phones.play(*dialogs)
        self.finish()

    def finish(self):
        failed = self.phones.finish()
        if failed:
            raise RuntimeError("a phone did not see what it should:\n" + "\n".join(failed))

    def originate(self, channel, exten, **more):
        answer = self.truth.act(Action="Originate", Channel=channel, Context="default", Exten=exten, Priority=1,
                                CallerID='"Caller" <2001>', Async="true", **more)
        if answer.get("Response") != "Success":
            raise RuntimeError(f"Originate: {answer}")
        time.sleep(0.3)  # until the first channel is there; settle() waits for the end

    def wait_for(self, prefix, state="CONNECTED"):
        self.truth.wait_for(lambda truth: truth.named(prefix, state), 10, f"{prefix} {state}")
        return self.truth.named(prefix, state).name


def talk(caller, callee, ring=200):
    return Caller(caller, callee).is_answered(), Callee(callee).rings(ring).answers()


@kind("answered, callee hangs up", 2)
def _(desk):
    caller, callee = talk("6001", "6002")
    desk.play(caller.is_hung_up(), callee.wait(700).hang_up())


@kind("answered, caller hangs up", 2)
def _(desk):
    caller, callee = talk("6001", "6002")
    desk.play(caller.wait(700).hang_up(), callee.is_hung_up())


@kind("busy (486)", 2)
def _(desk):
    desk.play(Caller("6001", "6002").is_refused(486), Callee("6002").rings(200).refuses("486 Busy Here"))


@kind("declined (603)", 2)
def _(desk):
    desk.play(Caller("6001", "6002").is_refused(480), Callee("6002").rings(200).refuses("603 Decline"))


@kind("no answer", 2)
def _(desk):
    desk.play(Caller("6001", "76002").is_refused(480), Callee("6002").rings(0).is_cancelled())


@kind("cancelled by the caller", 2)
def _(desk):
    desk.play(Caller("6001", "6002").cancels_after(400), Callee("6002").rings(0).is_cancelled())


@kind("held and resumed by the caller", 2)
def _(desk):
    caller, callee = talk("6001", "6002")
    desk.play(caller.wait(300).hold().wait(700).unhold().wait(300).hang_up(), callee.is_hung_up())


@kind("held and resumed by the callee, twice", 2)
def _(desk):
    caller, callee = talk("6001", "6002")
    callee.wait(300).hold().wait(400).unhold().wait(200).hold().wait(600).unhold().wait(200).hang_up()
    desk.play(caller.is_hung_up(), callee)


@kind("hung up while on hold", 2)
def _(desk):
    caller, callee = talk("6001", "6002")
    desk.play(caller.is_hung_up(), callee.wait(300).hold().wait(500).hang_up())


@kind("two phones ring, one answers", 3)
def _(desk):
    caller = Caller("6001", "6100").is_answered().wait(500).hang_up()
    desk.play(caller, Callee("6002").rings(300).answers().is_hung_up(), Callee("6003").rings(0).is_cancelled())


@kind("unregistered phone", 1)
def _(desk):
    desk.play(Caller("6001", "6005").is_refused(480))


@kind("unallocated number", 1)
def _(desk):
    desk.play(Caller("6001", "608").is_refused(404))


@kind("rejected by the dialplan", 1)
def _(desk):
    desk.play(Caller("6001", "607").is_refused(403))


@kind("busy tone", 1)
def _(desk):
    desk.play(Caller("6001", "604").is_refused(486))


@kind("congestion", 1)
def _(desk):
    desk.play(Caller("6001", "605").is_refused(503))


@kind("early media, no answer", 1)
def _(desk):
    desk.play(Caller("6001", "609").is_refused(408))


@kind("click to dial", 2)
def _(desk):
    desk.phones.play(Callee("6001").rings(200).answers().is_hung_up(),
                     Callee("6002").rings(200).answers().wait(500).hang_up())
    desk.originate("PJSIP/6001", "6002")
    desk.finish()


@kind("originated, not answered", 1)
def _(desk):
    desk.phones.play(Callee("6002").rings(0).is_cancelled())
    desk.originate("PJSIP/6002", "602", Timeout=700)
    desk.finish()


@kind("hung up by an operator (AMI)", 2)
def _(desk):
    caller, callee = talk("6001", "6002")
    desk.phones.play(caller.is_hung_up(), callee.is_hung_up())
    desk.truth.act(Action="Hangup", Channel=desk.wait_for("PJSIP/6001"), Cause=16)
    desk.finish()


@kind("blind transfer", 3)
def _(desk):
    caller, callee = talk("6001", "6002")
    desk.phones.play(caller.is_hung_up(), callee.is_hung_up(), Callee("6003").rings(200).answers().wait(400).hang_up())
    channel = desk.wait_for("PJSIP/6002")
    desk.wait_for("PJSIP/6001")
    time.sleep(0.2)
    desk.truth.act(Action="BlindTransfer", Channel=channel, Context="default", Exten="6003")
    desk.finish()


@kind("parked and fetched", 3)
def _(desk):
    caller, callee = talk("6001", "6002")
    desk.phones.play(caller.is_hung_up(), callee.is_hung_up())
    channel = desk.wait_for("PJSIP/6001")
    other = desk.wait_for("PJSIP/6002")
    time.sleep(0.2)
    desk.truth.act(Action="Park", Channel=channel, Parkinglot="default", TimeoutChannel=other)
    time.sleep(0.4)
    desk.truth.act(Action="Hangup", Channel=other, Cause=16)
    desk.phones.play(Caller("6003", "701").is_answered().wait(500).hang_up())
    desk.finish()


@kind("conference of three", 3)
def _(desk):
    desk.play(*(Caller(number, "610").is_answered().wait(wait).hang_up()
                for number, wait in (("6001", 600), ("6002", 900), ("6003", 1200))))


@kind("queue with two agents", 3)
def _(desk):
    desk.play(Caller("6001", "620").is_answered().is_hung_up(),
              Callee("6002").rings(200).answers().wait(400).hang_up(), Callee("6003").rings(0).is_cancelled())


@kind("phone behind a Local channel", 4)
def _(desk):
    desk.play(Caller("6001", "56002").is_answered().wait(600).hang_up(), Callee("6002").rings(200).answers().is_hung_up())


@kind("Local: caller hangs up", 4)
def _(desk):
    desk.originate("Local/talk2@caller/n", "81001")


@kind("Local: callee hangs up", 4)
def _(desk):
    desk.originate("Local/talk@caller/n", "81006")


@kind("Local: busy", 4)
def _(desk):
    desk.originate("Local/talk@caller/n", "81004")


@kind("Local: no answer", 4)
def _(desk):
    desk.originate("Local/talk@caller/n", "81005")
