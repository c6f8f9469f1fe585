# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls in the parking lot."""

import time

from calls import both_talk, kind, talk
from phones import Callee, Caller


@kind("parked and fetched", 3)
def _(desk):
    desk.expects("ParkedCall")
    desk.expects("UnParkedCall")
    desk.means("6001", reason="PARKED", redirectionId="701")
    desk.means("6003", reason="UNPARK")
    caller, callee = talk("6001", "6002")
    desk.phones.play(caller.is_hung_up(), callee.is_hung_up())
    channel = desk.wait_for("PJSIP/6001")
    other = desk.wait_for("PJSIP/6002")
    time.sleep(0.2)
    desk.truth.act(Action="Park", Channel=channel, Parkinglot="default", TimeoutChannel=other)
    time.sleep(0.4)
    desk.truth.act(Action="Hangup", Channel=other, Cause=16)
    desk.phones.play(Caller("6003", "701").is_answered().wait(900).hang_up())
    desk.finish()


def park(desk, phone, lot):
    """6001 talks to the softphone, which parks it."""
    call = phone.is_called().rings(200).answers()
    both_talk(desk)
    call.transfers_to(lot).wait(300).hang_up()  # what became of it is told too late to wait for


@kind("parked by the phone (REFER), fetched by a third", 3)
def _(desk):
    desk.expects("ParkedCall")
    desk.expects("UnParkedCall")
    desk.means("6001", reason="PARKED", redirectionId="701")
    desk.means("6003", reason="UNPARK")
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Caller("6001", "6002").is_answered().is_hung_up())
        park(desk, phone, "700")
        time.sleep(0.4)
        desk.play(Caller("6003", "701").is_answered().wait(900).hang_up())


@kind("parked, not fetched, back to who parked it", 3)
def _(desk):
    desk.expects("ParkedCallTimeOut")
    desk.means("6001", reason="PARKED", redirectionId="731")
    desk.means("6002", reason="REMINDER")
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Caller("6001", "6002").is_answered().is_hung_up())
        park(desk, phone, "730")
        phone.is_called().rings(200).answers().wait(400).hang_up()
        desk.finish()


@kind("parked, not fetched, sent on by the dialplan", 3)
def _(desk):
    desk.expects("ParkedCallTimeOut")
    desk.means("6001", reason="PARKED", redirectionId="741")
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Caller("6001", "6002").is_answered().is_hung_up(),
                         Callee("6003").rings(200).answers().wait(400).hang_up())
        park(desk, phone, "740")
        desk.finish()


@kind("parked, and the parked party hangs up", 2)
def _(desk):
    desk.expects("ParkedCallGiveUp")
    desk.means("6001", reason="PARKED", redirectionId="701")
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Caller("6001", "6002").is_answered().wait(1200).hang_up())
        park(desk, phone, "700")
        desk.finish()
