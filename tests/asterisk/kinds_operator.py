# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls made and ended by an application, over the Manager Interface."""

from calls import kind, talk
from phones import Callee


@kind("click to dial", 2)
def _(desk):
    desk.phones.play(Callee("6001").rings(200).answers().is_hung_up(),
                     Callee("6002").rings(200).answers().wait(500).hang_up())
    desk.originate("PJSIP/6001", "6002")
    desk.finish()


@kind("originated, not answered", 1)
def _(desk):
    desk.phones.play(Callee("6002").rings(0).is_cancelled())
    desk.originate("PJSIP/6002", "602", Timeout=700)
    desk.finish()


@kind("hung up by an operator (AMI)", 2)
def _(desk):
    caller, callee = talk("6001", "6002")
    desk.phones.play(caller.is_hung_up(), callee.is_hung_up())
    desk.truth.act(Action="Hangup", Channel=desk.wait_for("PJSIP/6001"), Cause=16)
    desk.finish()


@kind("click to dial: the first phone refuses", 1)
def _(desk):
    desk.phones.play(Callee("6001").rings(200).refuses("486 Busy Here"))
    desk.originate("PJSIP/6001", "6002")
    desk.finish()


@kind("click to dial: the second phone does not answer", 2)
def _(desk):
    desk.phones.play(Callee("6001").rings(200).answers().is_hung_up(), Callee("6002").rings(0).is_cancelled())
    desk.originate("PJSIP/6001", "76002")
    desk.finish()


@kind("click to dial, with a name for the channel (ChannelId)", 2)
def _(desk):
    desk.phones.play(Callee("6001").rings(200).answers().is_hung_up(),
                     Callee("6002").rings(200).answers().wait(400).hang_up())
    desk.originate("PJSIP/6001", "6002", ChannelId=f"click-{len(desk.truth.channels)}")
    desk.finish()
