# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server's events, a line each: what to look at when Linescope says something else."""

EVENTS = set("""Newchannel Newstate Rename Hangup HangupRequest SoftHangupRequest DialBegin DialState DialEnd DTMFEnd
    BridgeEnter BridgeLeave BridgeMerge Hold Unhold MusicOnHoldStart MusicOnHoldStop BlindTransfer AttendedTransfer Pickup
    ParkedCall UnParkedCall ParkedCallTimeOut ParkedCallGiveUp LocalBridge LocalOptimizationBegin LocalOptimizationEnd
    ConfbridgeStart ConfbridgeJoin ConfbridgeMute ConfbridgeUnmute ConfbridgeLeave ConfbridgeEnd OriginateResponse
    QueueCallerAbandon QueueCallerLeave DeviceStateChange""".split())
SIDES = ("Dest", "Transferer", "Transferee", "OrigTransferer", "SecondTransferer", "TransferTarget", "Target", "Parkee",
         "Retriever", "Source", "LocalOne", "LocalTwo", "OrigBridge", "SecondBridge", "DestBridge", "ToBridge", "FromBridge",
         "Bridge", "Swap")
FACTS = ("Newname", "ChannelStateDesc", "DestType", "DialStatus", "Cause", "Result", "Response", "Linkedid", "ParkingSpace",
         "BridgeCreator", "IsExternal", "Extension", "Device", "State", "Forward", "Digit", "Direction")


def short(event, started):
    """Empty, if it is of no interest."""
    name = event["Event"]
    if name not in EVENTS:
        return ""
    words = [f"{event['_t'] - started:.3f}", name]
    if "Channel" in event or "Uniqueid" in event:
        words.append(f"{event.get('Channel', '')} {tail(event.get('Uniqueid', ''))}")
    for side in SIDES:
        number, channel = event.get(f"{side}Uniqueid", ""), event.get(f"{side}Channel", "")
        if number or channel:
            words.append(f"{side} {channel} {tail(number)}".replace("  ", " "))
    words += [f"{fact}={tail(event[fact]) if fact == 'Linkedid' else event[fact]}" for fact in FACTS if event.get(fact)]
    return " ".join(words)


def tail(number):
    """The end of a Uniqueid, or the beginning of a bridge's."""
    return number[:6] if number.count("-") == 4 else "." + number.rpartition(".")[2] if "." in number else number
