# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A call that rings at one phone, taken at another."""

from calls import kind, rings
from phones import Caller


def picks_up(desk, dialled):
    desk.expects("Pickup")
    desk.means("6003", reason="PICKUP")
    rings(desk)
    desk.play(Caller("6003", dialled).is_answered().wait(1000).hang_up())


@kind("picked up by number (*86002)", 3)
def _(desk):
    picks_up(desk, "*86002")


@kind("picked up in the group (*8)", 3)
def _(desk):
    picks_up(desk, "*8")
