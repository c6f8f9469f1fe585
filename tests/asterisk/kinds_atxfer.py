# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attended transfers that the server makes for a phone: an operator asks for them (Atxfer), keys steer them."""

import time

from calls import first_call, kind, third_answers
from phones import Callee


def consult(desk, phone, number="6003"):
    """6001 talks to the softphone, whose channel the server connects with a second number; that call and its channel's name."""
    call = first_call(desk, phone)
    channel = desk.wait_for("PJSIP/6002")
    desk.act("Atxfer", Channel=channel, Exten=number, Context="default", Priority=1)
    return call, channel


@kind("attended transfer by the server (Atxfer), completed by hanging up", 5)
def _(desk):
    desk.expects("AttendedTransfer", "DestType=Bridge")
    desk.means_transfer("6002", "6001", "6003")
    with desk.phones.softphone("6002") as phone:
        third_answers(desk, talks=1500)
        call, _ = consult(desk, phone)
        desk.wait_for("PJSIP/6003")
        call.wait(500).hang_up()
        desk.finish()


@kind("attended transfer by the server (Atxfer), target still ringing", 5)
def _(desk):
    desk.expects("AttendedTransfer", "DestType=Bridge")
    desk.means_transfer("6002", "6001", "6003")
    with desk.phones.softphone("6002") as phone:
        third_answers(desk, ring=1000)
        call, _ = consult(desk, phone)
        desk.wait_for("PJSIP/6003", "OFFERING")
        call.wait(300).hang_up()
        desk.finish()


@kind("attended transfer by the server (Atxfer), given up (CancelAtxfer)", 5)
def _(desk):
    desk.means("6001", reason="DIRECT")
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Callee("6003").rings(200).answers().is_hung_up())
        call, channel = consult(desk, phone)
        desk.wait_for("PJSIP/6003")
        time.sleep(0.4)
        desk.act("CancelAtxfer", Channel=channel)
        call.wait(800).hang_up()
        desk.finish()


@kind("attended transfer by the server (Atxfer), target busy", 5)
def _(desk):
    desk.means("6001", reason="DIRECT")
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Callee("6003").rings(200).refuses("486 Busy Here"))
        call, _ = consult(desk, phone)
        desk.wait_for_end(desk.wait_for("PJSIP/6003", "OFFERING"))
        call.wait(500).hang_up()
        desk.finish()


@kind("attended transfer by the server (Atxfer), all three stay (*3)", 5)
def _(desk):
    desk.expects("AttendedTransfer", "DestType=Threeway")
    desk.expects("LocalOptimizationEnd")
    desk.means("6001", reason="DIRECT")
    with desk.phones.softphone("6002") as phone:
        third_answers(desk, talks=2000)
        call, _ = consult(desk, phone)
        desk.wait_for("PJSIP/6003")
        local = desk.wait_for("Local/6003@default")
        call.wait(300).presses("*3")
        desk.wait_for_end(local)  # it is optimized away once the bridges are one
        call.wait(300).hang_up()
        desk.finish()
