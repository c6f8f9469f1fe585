# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A call that rings at one phone, taken at another."""

from calls import kind
from phones import Callee, Caller


@kind("picked up by number (*86002)", 3)
def _(desk):
    desk.expects("Pickup")
    desk.means("6003", reason="PICKUP")
    desk.phones.play(Caller("6001", "6002").is_answered().is_hung_up(), Callee("6002").rings(0).is_cancelled())
    desk.wait_for("PJSIP/6002", "OFFERING")
    desk.play(Caller("6003", "*86002").is_answered().wait(1000).hang_up())


@kind("picked up in the group (*8)", 3)
def _(desk):
    desk.expects("Pickup")
    desk.means("6003", reason="PICKUP")
    desk.phones.play(Caller("6001", "6002").is_answered().is_hung_up(), Callee("6002").rings(0).is_cancelled())
    desk.wait_for("PJSIP/6002", "OFFERING")
    desk.play(Caller("6003", "*8").is_answered().wait(1000).hang_up())
