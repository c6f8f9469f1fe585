# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Local channels: those that stay (/n), then those that Asterisk takes out of the way once media flows."""

from calls import both_speak, both_talk, kind
from phones import Callee, Caller


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


def speak(desk, dialled):
    """6001 dials, 6002 answers, both are heard."""
    with desk.phones.softphone("6001") as one, desk.phones.softphone("6002") as two:
        caller = one.dials(dialled)
        callee = two.is_called().rings(200).answers()
        caller.is_answered()
        both_talk(desk)
        both_speak(caller, callee)
        caller.hang_up()
        callee.is_hung_up()


@kind("phone behind a Local channel that goes", 4)
def _(desk):
    desk.expects("LocalOptimizationEnd")
    speak(desk, "46002")


@kind("phone behind two Local channels that go", 6)
def _(desk):
    desk.expects("LocalOptimizationEnd")
    speak(desk, "446002")


@kind("click to dial through a Local channel that goes", 4)
def _(desk):
    desk.expects("LocalOptimizationEnd")
    with desk.phones.softphone("6001") as one, desk.phones.softphone("6002") as two:
        desk.originate("Local/6001@phones-to-dial", "6002")
        first = one.is_called().rings(200).answers()
        second = two.is_called().rings(200).answers()
        both_talk(desk)
        both_speak(first, second)
        second.hang_up()
        first.is_hung_up()
