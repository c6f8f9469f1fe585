# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parties sent elsewhere by an operator (Redirect), while they talk and before."""

import time

from calls import both_talk, kind, rings, talk, third_answers
from phones import Callee, Caller


def redirect(desk, channel, exten, **more):
    desk.act("Redirect", Channel=channel, Context="default", Exten=exten, Priority=1, **more)


def sends_one_on(desk, which):
    caller, callee = talk("6001", "6002")
    desk.phones.play(caller.is_hung_up(), callee.is_hung_up())
    third_answers(desk)
    redirect(desk, both_talk(desk)[which], "6003")
    desk.finish()


@kind("the caller is sent to another phone (Redirect)", 3)
def _(desk):
    sends_one_on(desk, 0)


@kind("the called party is sent to another phone (Redirect)", 3)
def _(desk):
    sends_one_on(desk, 1)


@kind("both parties are sent to a conference (Redirect with ExtraChannel)", 2)
def _(desk):
    caller, callee = talk("6001", "6002")
    desk.phones.play(caller.wait(1500).hang_up(), callee.wait(1800).hang_up())
    one, two = both_talk(desk)
    redirect(desk, one, "610", ExtraChannel=two, ExtraContext="default", ExtraExten="610", ExtraPriority=1)
    desk.finish()


@kind("the caller is sent elsewhere while it rings (Redirect)", 2)
def _(desk):
    rings(desk)
    time.sleep(0.3)
    redirect(desk, desk.wait_for("PJSIP/6001", "RINGBACK"), "602")
    desk.finish()


@kind("the called party is sent elsewhere while it rings (Redirect)", 2)
def _(desk):
    desk.phones.play(Caller("6001", "6002").is_refused(480), Callee("6002").rings(600).answers().is_hung_up())
    channel = desk.wait_for("PJSIP/6002", "OFFERING")
    time.sleep(0.3)
    redirect(desk, channel, "602")
    desk.finish()
