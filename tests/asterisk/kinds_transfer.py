# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Transfers by the phones, and the blind one by an operator."""

from calls import both_talk, first_call, kind, talk, third_answers
from phones import Callee, Caller


@kind("blind transfer", 3)
def _(desk):
    desk.expects("BlindTransfer", "Result=Success")
    desk.means_transfer("6002", "6001", "6003")
    caller, callee = talk("6001", "6002")
    desk.phones.play(caller.is_hung_up(), callee.is_hung_up())
    third_answers(desk)
    desk.act("BlindTransfer", Channel=both_talk(desk)[1], Context="default", Exten="6003")
    desk.finish()


def transfers_blind(desk, by, to="6003"):
    with desk.phones.softphone(by) as phone:
        first_call(desk, phone).transfers_to(to).is_told(200).hang_up()
        desk.finish()


@kind("blind transfer by the called phone (REFER)", 3)
def _(desk):
    desk.expects("BlindTransfer", "Result=Success")
    desk.means_transfer("6002", "6001", "6003")
    third_answers(desk)
    transfers_blind(desk, "6002")


@kind("blind transfer by the calling phone (REFER)", 3)
def _(desk):
    desk.expects("BlindTransfer", "Result=Success")
    desk.means_transfer("6001", "6002", "6003")
    third_answers(desk)
    transfers_blind(desk, "6001")


@kind("blind transfer to a busy phone (REFER)", 3)
def _(desk):
    desk.expects("BlindTransfer", "Result=Success")
    desk.means_transfer("6002", "6001", "6003")
    desk.phones.play(Callee("6003").rings(200).refuses("486 Busy Here"))
    transfers_blind(desk, "6002")


@kind("blind transfer to no number (REFER): the call goes on", 2)
def _(desk):
    desk.means("6001", reason="DIRECT")
    with desk.phones.softphone("6002") as phone:
        first_call(desk, phone).transfers_to("699").wait(400).hang_up()
        desk.finish()


def consult(desk, phone):
    """The phone holds its call and makes a second one."""
    first = first_call(desk, phone)
    first.hold().wait(200)
    return first, phone.dials("6003")


def transfers_attended(desk, by):
    with desk.phones.softphone(by) as phone:
        third_answers(desk, talks=1200)
        first, second = consult(desk, phone)
        second.is_answered()
        desk.wait_for("PJSIP/6003")
        first.wait(300).joins(second).is_told(200).hang_up()
        second.hang_up()
        desk.finish()


@kind("attended transfer by the called phone (REFER with Replaces)", 4)
def _(desk):
    desk.expects("AttendedTransfer", "DestType=Bridge")
    desk.means_transfer("6002", "6001", "6003")
    transfers_attended(desk, "6002")


@kind("attended transfer by the calling phone (REFER with Replaces)", 4)
def _(desk):
    desk.expects("AttendedTransfer", "DestType=Bridge")
    desk.means_transfer("6001", "6002", "6003")
    transfers_attended(desk, "6001")


@kind("attended transfer, both calls held (REFER with Replaces)", 4)
def _(desk):
    desk.expects("AttendedTransfer", "DestType=Bridge")
    desk.means_transfer("6002", "6001", "6003")
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Callee("6003").rings(200).answers().wait(1500).hang_up())
        first, second = consult(desk, phone)
        second.is_answered()
        desk.wait_for("PJSIP/6003")
        second.wait(200).hold().wait(200)
        first.joins(second).is_told(200).hang_up()
        second.hang_up()
        desk.finish()


@kind("attended transfer while the target rings (REFER with Replaces)", 4)
def _(desk):
    desk.expects("AttendedTransfer", "DestType=App")
    desk.means_transfer("6002", "6001", "6003")
    with desk.phones.softphone("6002") as phone:
        third_answers(desk, ring=1200)
        first, second = consult(desk, phone)
        second.rings_there().wait(300)
        first.joins(second).is_told(200).hang_up()
        desk.finish()
