# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Queues."""

from calls import kind
from phones import Callee, Caller


@kind("queue with two agents", 3)
def _(desk):
    desk.play(Caller("6001", "620").is_answered().is_hung_up(),
              Callee("6002").rings(200).answers().wait(400).hang_up(), Callee("6003").rings(0).is_cancelled())


@kind("queue: the caller gives up", 3)
def _(desk):
    desk.expects("QueueCallerAbandon")
    desk.play(Caller("6001", "620").is_answered().wait(700).hang_up(),
              Callee("6002").rings(0).is_cancelled(), Callee("6003").rings(0).is_cancelled())


@kind("queue: nobody answers in time", 3)
def _(desk):
    desk.play(Caller("6001", "622").is_answered().is_hung_up(),
              Callee("6002").rings(0).is_cancelled(), Callee("6003").rings(0).is_cancelled())


@kind("queue through Local channels", 7)
def _(desk):
    desk.play(Caller("6001", "621").is_answered().is_hung_up(),
              Callee("6002").rings(200).answers().wait(400).hang_up(), Callee("6003").rings(0).is_cancelled())
