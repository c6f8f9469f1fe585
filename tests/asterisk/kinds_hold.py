# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls on hold."""

from calls import both_talk, first_call, kind, talk, third_answers


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


@kind("the caller hangs up while the other side holds", 2)
def _(desk):
    caller, callee = talk("6001", "6002")
    desk.play(caller.wait(900).hang_up(), callee.wait(300).hold().is_hung_up())


@kind("both sides hold each other", 2)
def _(desk):
    with desk.phones.softphone("6001") as one, desk.phones.softphone("6002") as two:
        caller = one.dials("6002")
        callee = two.is_called().rings(200).answers()
        caller.is_answered()
        both_talk(desk)
        caller.hold().wait(300)
        callee.hold().wait(300)
        caller.unhold().wait(300)
        callee.unhold().wait(300).hang_up()
        caller.is_hung_up()


@kind("transferred while on hold", 3)
def _(desk):
    desk.expects("BlindTransfer", "Result=Success")
    desk.means_transfer("6002", "6001", "6003")
    with desk.phones.softphone("6002") as phone:
        call = first_call(desk, phone).hold().wait(400)
        third_answers(desk)
        call.transfers_to("6003").is_told(200).hang_up()
        desk.finish()
