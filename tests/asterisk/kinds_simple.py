# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that are answered, or not, without anybody doing more with them."""

from calls import both_talk, kind, talk
from phones import Callee, Caller


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


@kind("early media by the called phone (183), then answered", 2)
def _(desk):
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Caller("6001", "6002").is_answered().is_hung_up())
        phone.is_called().rings_with_sound(400).answers().wait(400).hang_up()
        desk.finish()


@kind("early media by the called phone (183), not answered", 2)
def _(desk):
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Caller("6001", "76002").is_refused(480))
        phone.is_called().rings_with_sound().is_hung_up()
        desk.finish()


@kind("two phones, one of them unregistered", 2)
def _(desk):
    desk.play(Caller("6001", "6102").is_answered().wait(400).hang_up(), Callee("6002").rings(200).answers().is_hung_up())


@kind("forwarded by the phone (302)", 5)
def _(desk):
    desk.expects("DialEnd", "Forward=6003")
    desk.means("6003", reason="FWDUNCOND", redirectingId="6002")
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Caller("6001", "6002").is_answered().wait(600).hang_up(),
                         Callee("6003").rings(200).answers().is_hung_up())
        phone.is_called().forwards_to("6003")
        desk.finish()


@kind("call waiting: the second call is taken, the first held", 4)
def _(desk):
    with desk.phones.softphone("6002") as phone:
        desk.phones.play(Caller("6001", "6002").is_answered().is_hung_up())
        first = phone.is_called().rings(200).answers().wait(200)
        desk.phones.play(Caller("6003", "6002").is_answered().is_hung_up())
        second = phone.is_called().rings(200)
        first.hold()
        second.answers().wait(400).hang_up()
        first.unhold().wait(300).hang_up()
        desk.finish()


@kind("keys pressed at the phone and by an operator (DTMF)", 2)
def _(desk):
    desk.expects("DTMFEnd", "Digit=1", "Direction=Received")
    desk.expects("DTMFEnd", "Digit=2", "Direction=Received")
    desk.expects("DTMFEnd", "Digit=7", "Direction=Received")
    with desk.phones.softphone("6001") as phone:
        desk.phones.play(Callee("6002").rings(200).answers().is_hung_up())
        call = phone.dials("6002").is_answered()
        callers, callees = both_talk(desk)
        call.presses("12")
        desk.act("PlayDTMF", Channel=callees, Digit="5")  # of what it plays to a phone the server says nothing
        desk.act("PlayDTMF", Channel=callers, Digit="6", Duration=100)
        desk.act("PlayDTMF", Channel=callees, Digit="7", Receive="true")  # as if the phone had pressed it
        call.wait(300).hang_up()
        desk.finish()
