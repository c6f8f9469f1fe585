# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Transfers by the phones, and the blind one by an operator."""

import time

from calls import both_talk, kind, talk
from phones import Callee, Caller


@kind("blind transfer", 3)
def _(desk):
    desk.expects("BlindTransfer", "Result=Success")
    desk.means("6001", reason="TRANSFER", redirectingId="6002", redirectionId="6003")
    desk.means("6003", reason="TRANSFER", redirectingId="6002")
    caller, callee = talk("6001", "6002")
    desk.phones.play(caller.is_hung_up(), callee.is_hung_up(), Callee("6003").rings(200).answers().wait(400).hang_up())
    channel = desk.wait_for("PJSIP/6002")
    desk.wait_for("PJSIP/6001")
    time.sleep(0.2)
    desk.truth.act(Action="BlindTransfer", Channel=channel, Context="default", Exten="6003")
    desk.finish()


@kind("blind transfer by the called phone (REFER)", 3)
def _(desk):
    desk.expects("BlindTransfer", "Result=Success")
    desk.means("6001", reason="TRANSFER", redirectingId="6002", redirectionId="6003")
    desk.means("6003", reason="TRANSFER", redirectingId="6002")
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Caller("6001", "6002").is_answered().is_hung_up(),
                         Callee("6003").rings(200).answers().wait(400).hang_up())
        call = phone.is_called().rings(200).answers()
        both_talk(desk)
        call.transfers_to("6003").is_told(200).hang_up()
        desk.finish()


@kind("blind transfer by the calling phone (REFER)", 3)
def _(desk):
    desk.expects("BlindTransfer", "Result=Success")
    desk.means("6002", reason="TRANSFER", redirectingId="6001", redirectionId="6003")
    desk.means("6003", reason="TRANSFER", redirectingId="6001")
    with desk.phones.softphone("6001") as phone:
        desk.phones.play(Callee("6002").rings(200).answers().is_hung_up(),
                         Callee("6003").rings(200).answers().wait(400).hang_up())
        call = phone.dials("6002").is_answered()
        both_talk(desk)
        call.transfers_to("6003").is_told(200).hang_up()
        desk.finish()


@kind("blind transfer to a busy phone (REFER)", 3)
def _(desk):
    desk.expects("BlindTransfer", "Result=Success")
    desk.means("6001", reason="TRANSFER", redirectingId="6002", redirectionId="6003")
    desk.means("6003", reason="TRANSFER", redirectingId="6002")
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Caller("6001", "6002").is_answered().is_hung_up(),
                         Callee("6003").rings(200).refuses("486 Busy Here"))
        call = phone.is_called().rings(200).answers()
        both_talk(desk)
        call.transfers_to("6003").is_told(200).hang_up()
        desk.finish()


@kind("blind transfer to no number (REFER): the call goes on", 2)
def _(desk):
    desk.means("6001", reason="DIRECT")
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Caller("6001", "6002").is_answered().is_hung_up())
        call = phone.is_called().rings(200).answers()
        both_talk(desk)
        call.transfers_to("699").wait(400).hang_up()
        desk.finish()


def consult(desk, phone, first, number="6003"):
    """The phone holds its call and makes a second one."""
    both_talk(desk)
    first.hold().wait(200)
    return phone.dials(number)


@kind("attended transfer by the called phone (REFER with Replaces)", 4)
def _(desk):
    desk.expects("AttendedTransfer", "DestType=Bridge")
    desk.means("6001", reason="TRANSFER", redirectingId="6002", redirectionId="6003")
    desk.means("6003", reason="TRANSFER", redirectingId="6002")
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Caller("6001", "6002").is_answered().is_hung_up(),
                         Callee("6003").rings(200).answers().wait(1200).hang_up())
        first = phone.is_called().rings(200).answers()
        second = consult(desk, phone, first).is_answered()
        desk.wait_for("PJSIP/6003")
        first.wait(300).joins(second).is_told(200).hang_up()
        second.hang_up()
        desk.finish()


@kind("attended transfer by the calling phone (REFER with Replaces)", 4)
def _(desk):
    desk.expects("AttendedTransfer", "DestType=Bridge")
    desk.means("6002", reason="TRANSFER", redirectingId="6001", redirectionId="6003")
    desk.means("6003", reason="TRANSFER", redirectingId="6001")
    with desk.phones.softphone("6001") as phone:
        desk.phones.play(Callee("6002").rings(200).answers().is_hung_up(),
                         Callee("6003").rings(200).answers().wait(1200).hang_up())
        first = phone.dials("6002").is_answered()
        second = consult(desk, phone, first).is_answered()
        desk.wait_for("PJSIP/6003")
        first.wait(300).joins(second).is_told(200).hang_up()
        second.hang_up()
        desk.finish()


@kind("attended transfer, both calls held (REFER with Replaces)", 4)
def _(desk):
    desk.expects("AttendedTransfer", "DestType=Bridge")
    desk.means("6001", reason="TRANSFER", redirectingId="6002", redirectionId="6003")
    desk.means("6003", reason="TRANSFER", redirectingId="6002")
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Caller("6001", "6002").is_answered().wait(2000).hang_up(),
                         Callee("6003").rings(200).answers().is_hung_up())
        first = phone.is_called().rings(200).answers()
        second = consult(desk, phone, first).is_answered()
        desk.wait_for("PJSIP/6003")
        second.wait(200).hold().wait(200)
        first.joins(second).is_told(200).hang_up()
        second.hang_up()
        desk.finish()


@kind("attended transfer while the target rings (REFER with Replaces)", 4)
def _(desk):
    desk.expects("AttendedTransfer", "DestType=App")
    desk.means("6001", reason="TRANSFER", redirectingId="6002", redirectionId="6003")
    desk.means("6003", reason="TRANSFER", redirectingId="6002")
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Caller("6001", "6002").is_answered().is_hung_up(),
                         Callee("6003").rings(1200).answers().wait(400).hang_up())
        first = phone.is_called().rings(200).answers()
        second = consult(desk, phone, first).rings_there().wait(300)
        first.joins(second).is_told(200).hang_up()
        desk.finish()
