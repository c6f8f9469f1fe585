# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The functions of call control: for each the scenario that asks for it, the part of the phones, and what the server has to
say."""

CASES = []


def case(title, *actions, user="control"):
    """A function of call control, and the actions that the server should get, in order."""
    def add(make):
        CASES.append((title, list(actions), user, make))
        return make
    return add


# ---- what the scenarios are made of ----

SEEN = [{"wait": "500ms"}]  # so long something stays as it is, for the harness to see it on a busy machine


def asks(do, **arguments):
    """A function, and that the server has agreed."""
    return [{"app": "A", "do": do, "request": do, **arguments},
            {"expect": {"app": "A", "message": "LINE_REPLY", "request": do, "result": "OK", "skip": True}}]


def becomes(call, state, mode=None):
    """The state as it is, not its message: others may have come before."""
    return [{"expect": {"world": {"call": call, "state": state, **({"mode": mode} if mode else {})}, "within": "8s"}}]


def dials(number, phone="6001", call="C"):
    return asks("lineMakeCall", on=phone, address=number, **{"as": call})


def talks(number):
    return dials(number) + becomes("C", "CONNECTED", "ACTIVE") + SEEN


def drops(call):
    return asks("lineDrop", call=call) + becomes(call, "IDLE")


def consults(number):
    """The far end waits while the third is asked."""
    return (asks("lineSetupTransfer", call="C", **{"as": "K"}) + becomes("K", "DIALTONE")
            + asks("lineDial", call="K", address=number) + becomes("K", "CONNECTED") + SEEN)


# ---- the cases ----

@case("lineMakeCall and lineDrop", "Originate", "Hangup")
def _(stage, one, two, _):
    stage.plays(["6001"], talks("6002") + drops("C"))
    first, second = stage.both_talk(one, two)
    first.is_hung_up()
    second.is_hung_up()


@case("lineBlindTransfer", "Originate", "BlindTransfer")
def _(stage, one, two, three):
    stage.plays(["6001"], talks("6002") + asks("lineBlindTransfer", call="C", address="6003") + becomes("C", "IDLE"))
    first, second = stage.both_talk(one, two)
    third = three.is_called().rings(100).answers()
    stage.are_together("6002", "6003")
    first.is_hung_up()
    third.hang_up()
    second.is_hung_up()
    stage.said("BlindTransfer", "Result=Success")


@case("lineSetupTransfer, lineDial, lineCompleteTransfer", "Originate", "Atxfer", "Hangup")
def _(stage, one, two, three):
    stage.plays(["6001"], talks("6002") + consults("6003")
                + asks("lineCompleteTransfer", call="C", consult="K", mode="TRANSFER")
                + becomes("C", "IDLE") + becomes("K", "IDLE"))
    first, second = stage.both_talk(one, two)
    third = three.is_called().rings(100).answers()
    stage.are_together("6001", "6003")
    first.is_hung_up()
    stage.are_together("6002", "6003")
    third.hang_up()
    second.is_hung_up()
    stage.said("AttendedTransfer", "DestType=Bridge", "Result=Success")


@case("lineSetupTransfer, lineDial, taken back with lineDrop", "Originate", "Atxfer", "CancelAtxfer", "Hangup")
def _(stage, one, two, three):
    stage.plays(["6001"], talks("6002") + consults("6003") + drops("K")
                + becomes("C", "CONNECTED", "ACTIVE") + SEEN + drops("C"))
    first, second = stage.both_talk(one, two)
    third = three.is_called().rings(100).answers()
    stage.are_together("6001", "6003")
    third.is_hung_up()
    stage.are_together("6001", "6002")
    first.is_hung_up()
    second.is_hung_up()


@case("linePark and lineUnpark", "Originate", "Park", "Hangup", "Originate")
def _(stage, one, two, three):
    parks = [{"app": "A", "do": "linePark", "call": "C", "mode": "NONDIRECTED", "request": "p"},
             {"expect": {"app": "A", "message": "LINE_REPLY", "request": "p", "result": "OK", "parkAddress": "701",
                         "skip": True}}]
    stage.plays(["6001", "6003"], talks("6002") + parks + becomes("C", "IDLE")
                + asks("lineUnpark", on="6003", address="701", **{"as": "U"}) + becomes("U", "CONNECTED", "ACTIVE"))
    first, second = stage.both_talk(one, two)
    first.is_hung_up()
    third = three.is_called().rings(100).answers()
    stage.are_together("6002", "6003")
    stage.ends()
    third.hang_up()
    second.is_hung_up()
    stage.said("ParkedCall", "ParkingSpace=701")
    stage.said("UnParkedCall", "ParkingSpace=701")


def rings_at_second():
    """The first phone calls the second; the call that rings there is R."""
    return dials("6002") + [{"expect": {"app": "A", "message": "LINE_APPNEWCALL", "on": "6002", "privilege": "OWNER",
                                        "skip": True}, "as": "R"}] + becomes("R", "OFFERING", "ACTIVE")


@case("lineRedirect of a ringing call", "Originate", "Redirect")
def _(stage, one, two, three):
    stage.plays(["6001", "6002"], rings_at_second() + asks("lineRedirect", call="R", address="6003") + becomes("R", "IDLE"))
    first = one.is_called().rings(100).answers()
    two.is_called().rings().is_hung_up()
    third = three.is_called().rings(100).answers()
    stage.are_together("6001", "6003")
    third.hang_up()
    first.is_hung_up()


@case("linePickup of a ringing call", "Originate", "Originate")
def _(stage, one, two, three):
    stage.plays(["6001", "6002", "6003"], rings_at_second()
                + asks("linePickup", on="6003", address="6002", **{"as": "P"})
                + becomes("R", "IDLE") + becomes("P", "CONNECTED", "ACTIVE"))
    first = one.is_called().rings(100).answers()
    ringing = two.is_called().rings()
    third = three.is_called().rings(100).answers()
    stage.are_together("6001", "6003")
    ringing.is_hung_up()
    stage.ends()
    third.hang_up()
    first.is_hung_up()
    stage.said("Pickup")


@case("lineGenerateDigits", "Originate", "PlayDTMF", "PlayDTMF", "PlayDTMF", "PlayDTMF", "Hangup")
def _(stage, one, two, _):
    stage.plays(["6001"], talks("6002") + [{"app": "A", "do": "lineGenerateDigits", "call": "C", "digitMode": "DTMF",
                                            "digits": "19*#", "duration": 100},
                                           {"expect": {"app": "A", "message": "LINE_GENERATE", "call": "C",
                                                       "termination": "DONE", "skip": True}}] + drops("C"))
    first, second = stage.both_talk(one, two)
    stage.that("the far phone hears the digits", second.hears(4), "19*#")
    first.is_hung_up()
    second.is_hung_up()


@case("lineRemoveFromConference", "Originate", "Originate", "ConfbridgeKick", "Hangup")
def _(stage, one, two, _):
    stage.plays(["6001", "6002"], dials("610") + dials("610", "6002", "D") + becomes("C", "CONFERENCED")
                + becomes("D", "CONFERENCED") + SEEN + asks("lineRemoveFromConference", call="D")
                + becomes("D", "IDLE") + becomes("C", "CONFERENCED") + SEEN + drops("C"))
    first = one.is_called().rings(100).answers()
    second = two.is_called().rings(100).answers()
    stage.truth.wait_for(lambda truth: truth.in_conference() == 2, 5, "two members")
    second.is_hung_up()
    stage.truth.wait_for(lambda truth: truth.in_conference() == 1, 5, "one member")
    first.is_hung_up()


@case("lineBlindTransfer without the right to", "Originate", user="dialer")
def _(stage, one, two, _):
    refused = {"app": "A", "do": "lineBlindTransfer", "call": "C", "address": "6003", "error": "LINEERR_OPERATIONUNAVAIL"}
    stage.plays(["6001"], talks("6002") + [refused] + becomes("C", "CONNECTED", "ACTIVE"))
    first, second = stage.both_talk(one, two)
    stage.ends()
    stage.are_together("6001", "6002")
    first.hang_up()
    second.is_hung_up()
