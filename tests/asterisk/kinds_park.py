# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls in the parking lot."""

from calls import both_talk, first_call, kind, talk, third_answers
from phones import Caller


def third_fetches(desk):
    desk.wait_for_event("ParkedCall")
    desk.expects("UnParkedCall")
    desk.means("6003", reason="UNPARK")
    desk.play(Caller("6003", "701").is_answered().wait(900).hang_up())


@kind("parked and fetched", 3)
def _(desk):
    desk.means("6001", reason="PARKED", redirectionId="701")
    caller, callee = talk("6001", "6002")
    desk.phones.play(caller.is_hung_up(), callee.is_hung_up())
    channel, other = both_talk(desk)
    desk.act("Park", Channel=channel, Parkinglot="default", TimeoutChannel=other)
    desk.wait_for_event("ParkedCall")
    desk.act("Hangup", Channel=other, Cause=16)
    third_fetches(desk)


def park(desk, phone, lot, caller=None):
    """6001 talks to the softphone, which parks it."""
    first_call(desk, phone, caller).transfers_to(lot).wait(300).hang_up()  # what became of it is told too late to wait for


@kind("parked by the phone (REFER), fetched by a third", 3)
def _(desk):
    desk.means("6001", reason="PARKED", redirectionId="701")
    with desk.phones.softphone("6002") as phone:
        park(desk, phone, "700")
        third_fetches(desk)


@kind("parked, not fetched, back to who parked it", 3)
def _(desk):
    desk.expects("ParkedCallTimeOut")
    desk.means("6001", reason="PARKED", redirectionId="731")
    desk.means("6002", reason="REMINDER")
    with desk.phones.softphone("6002") as phone:
        park(desk, phone, "730")
        phone.is_called().rings(200).answers().wait(400).hang_up()
        desk.finish()


@kind("parked, not fetched, sent on by the dialplan", 3)
def _(desk):
    desk.expects("ParkedCallTimeOut")
    desk.means("6001", reason="PARKED", redirectionId="741")
    third_answers(desk)
    with desk.phones.softphone("6002") as phone:
        park(desk, phone, "740")
        desk.finish()


@kind("parked, and the parked party hangs up", 2)
def _(desk):
    desk.expects("ParkedCallGiveUp")
    desk.means("6001", reason="PARKED", redirectionId="701")
    with desk.phones.softphone("6002") as phone:
        park(desk, phone, "700", Caller("6001", "6002").is_answered().wait(1200).hang_up())
        desk.finish()
