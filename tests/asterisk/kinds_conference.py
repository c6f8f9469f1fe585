# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conference rooms."""

import time

from calls import kind
from phones import Caller


@kind("conference of three", 3)
def _(desk):
    desk.play(*(Caller(number, "610").is_answered().wait(wait).hang_up()
                for number, wait in (("6001", 600), ("6002", 900), ("6003", 1200))))


@kind("conference of one", 1)
def _(desk):
    desk.play(Caller("6001", "610").is_answered().wait(700).hang_up())


@kind("conference: one is muted, one is kicked out", 3)
def _(desk):
    desk.expects("ConfbridgeMute")
    desk.expects("ConfbridgeUnmute")
    desk.phones.play(Caller("6001", "610").is_answered().wait(2000).hang_up(),
                     Caller("6002", "610").is_answered().is_hung_up(),
                     Caller("6003", "610").is_answered().wait(1600).hang_up())
    one, two, _ = (desk.wait_for(f"PJSIP/{number}") for number in ("6001", "6002", "6003"))
    desk.truth.wait_for(lambda truth: truth.in_conference() == 3, 5, "three members")
    desk.act("ConfbridgeMute", Conference="610", Channel=one)
    time.sleep(0.3)
    desk.act("ConfbridgeUnmute", Conference="610", Channel=one)
    desk.act("ConfbridgeKick", Conference="610", Channel=two)
    desk.finish()


@kind("conference: one holds", 3)
def _(desk):
    desk.play(Caller("6001", "610").is_answered().wait(900).hold().wait(500).unhold().wait(300).hang_up(),
              Caller("6002", "610").is_answered().wait(2000).hang_up(),
              Caller("6003", "610").is_answered().wait(2100).hang_up())


@kind("conference that announces its members", 2)
def _(desk):
    desk.play(*(Caller(number, "611").is_answered().wait(wait).hang_up() for number, wait in (("6001", 900), ("6002", 1200))))
