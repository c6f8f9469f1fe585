# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The truth beside what Linescope saw, channel by channel, and the differences in words."""

from dataclasses import dataclass, field

from truth import IN_CONFERENCE

TOLERANCE = 0.25  # seconds, between the server's clock of an event and our hearing of it, on a busy machine

# Q.850 cause -> LINEDISCONNECTMODE_, for the causes that say something.
MODES = {1: "BADADDRESS", 16: "NORMAL", 17: "BUSY", 18: "NOANSWER", 19: "NOANSWER", 20: "UNREACHABLE", 21: "REJECT",
         26: "PICKUP", 34: "CONGESTION"}


@dataclass
class Result:
    title: str
    channels: int = 0
    seen: dict = field(default_factory=dict)  # view -> number of calls
    states: list = field(default_factory=list)
    holds: list = field(default_factory=list)
    causes: list = field(default_factory=list)
    lateness: float = 0  # the largest, of answers and ends
    hold_error: float = 0
    differences: list = field(default_factory=list)

    def differs(self, channel, view, what, truth, seen):
        self.differences.append((channel.name, view, what, truth, seen))


def shown(channel, view):
    return not channel.is_helper and (view == "show" or not channel.is_local)  # the other views fold


def must_be_seen(channel, view):
    """A channel that never got as far as ringing may come and go unseen."""
    return shown(channel, view) and len(channel.states_in(view)) > 1


def compare(title, channels, views):
    """`channels` of the truth, `views`: name -> Watch."""
    result = Result(title)
    real = [channel for channel in channels if not channel.is_helper]
    result.channels = len(real)
    for channel in real:
        result.states.append(" ".join(state for _, state in channel.states))
        result.holds += [f"{seconds:.2f}" for seconds in channel.holds]
        result.causes.append(str(channel.cause))
    for view, watch in views.items():
        expected = [channel for channel in real if shown(channel, view)]
        seen = [watch.calls[channel.uniqueid] for channel in channels if channel.uniqueid in watch.calls]
        result.seen[view] = len(seen)
        for channel in channels:
            call = watch.calls.get(channel.uniqueid)
            if channel in expected and call:
                compare_channel(result, channel, view, call, watch.opened.get(call.line, 0))
                compare_held(result, channel, view, call)
                compare_conferences(result, channel, view, watch)
            elif must_be_seen(channel, view):
                result.differs(channel, view, "call", "exists", "never seen")
            elif channel not in expected and call:
                result.differs(channel, view, "call", "plumbing, not shown", f"{call.id} on {call.line}")
    return result


def visible_states(channel, view, opened, seen):
    """A line that is new with its first call is opened a moment later; what the call has left behind by then nobody sees."""
    states = channel.states_in(view)
    names = [state for _, state in states]
    ends = [when for when, _ in states[1:]]
    if names[0] == "DIALING" and channel.dials and ends:
        ends[0] = min(ends[0], channel.dials)  # PROCEEDING begins, which is no milestone
    gone = sum(end < opened + 0.1 for end in ends)
    return next((names[first:] for first in range(1, gone + 1) if names[first:] == seen), names)


def compare_channel(result, channel, view, call, opened):
    def check(what, truth, seen):
        if truth != seen:
            result.differs(channel, view, what, truth, seen)

    check("line", channel.line, call.line)
    check("group (Linkedid)", channel.linkedid, call.facts.get("group"))
    check("states", visible_states(channel, view, opened, call.milestones()), call.milestones())
    check("own number", known(channel.caller), own_number(call))
    check("connected number", known(channel.connected), call.facts.get("connectedId", ""))
    check("cause", channel.cause, call.facts.get("cause", 0))
    check("holds", len(channel.holds), len(call.holds()))
    for truth, seen in zip(channel.holds, call.holds()):
        result.hold_error = max(result.hold_error, abs(truth - seen))
        if abs(truth - seen) > TOLERANCE:
            check("hold time", f"{truth:.3f} s", f"{seen:.3f} s")
    check_time(result, channel, view, "answered", channel.answered, call.first("CONNECTED"))
    check_time(result, channel, view, "ended", channel.ended, call.first("IDLE"))
    check_mode(result, channel, view, call)


def compare_held(result, channel, view, call):
    """A device is held (CONNECTED, ACTIVEHELD) for as long as it hears the music. What is over at once is an order of events."""
    truth, seen = ([end - begin for begin, end in spans if end - begin > 0.1] for spans in (channel.is_held(), call.is_held()))
    if not channel.is_local and (len(truth) != len(seen) or any(abs(a - b) > TOLERANCE for a, b in zip(truth, seen))):
        texts = [", ".join(f"{seconds:.2f}" for seconds in spans) or "never" for spans in (truth, seen)]
        result.differs(channel, view, "held by the far end, s", *texts)


def compare_conferences(result, channel, view, watch):
    """On the line of a party there is a call more, for as long as the conference, which stands for it."""
    for _, bridge in (pair for pair in channel.conferences if pair[0] == (view != "show")):
        parents = [call for call in watch.parents if (call.line, call.uniqueid) == (channel.line, bridge)]
        states = sorted({" ".join(name for _, name, _ in call.states) for call in parents})
        if IN_CONFERENCE == "CONFERENCED" and states != ["CONNECTED DISCONNECTED IDLE"] and states != ["CONNECTED IDLE"]:
            result.differs(channel, view, "call of the conference", "CONNECTED, then IDLE", states or "never seen")


def known(number):
    return "" if number == "<unknown>" else number


def own_number(call):
    """Of the phone: the called one's where it is called, the caller's where it calls."""
    return call.facts.get("calledId" if call.facts.get("origin") == "INBOUND" else "callerId", "")


def check_time(result, channel, view, what, truth, seen):
    if bool(truth) != bool(seen):
        result.differs(channel, view, what, "yes" if truth else "no", "yes" if seen else "no")
    elif truth:
        result.lateness = max(result.lateness, abs(seen - truth))
        if abs(seen - truth) > TOLERANCE:
            result.differs(channel, view, what, f"{truth:.3f}", f"{seen:.3f}")


def check_mode(result, channel, view, call):
    """The phone that hung up goes to IDLE; the other one is told by DISCONNECTED and why."""
    if channel.picked_up and call.mode != "PICKUP":
        result.differs(channel, view, "end", "DISCONNECTED PICKUP", f"DISCONNECTED {call.mode}" if call.mode else "IDLE only")
    if channel.source == channel.name and channel.answered:
        if call.mode:
            result.differs(channel, view, "end", "hung up here: IDLE", f"DISCONNECTED {call.mode}")
    elif channel.answered and channel.source and channel.cause in MODES and call.mode != MODES[channel.cause]:
        result.differs(channel, view, "end", f"DISCONNECTED {MODES[channel.cause]}",
                       f"DISCONNECTED {call.mode}" if call.mode else "IDLE only")


def compare_meanings(result, channels, meanings, views):
    """What the kind itself knows of the newest call of a phone."""
    for number, facts in meanings:
        channel = [channel for channel in channels if channel.line == f"PJSIP/{number}"][-1]
        for view, watch in views.items():
            seen = watch.calls[channel.uniqueid].facts if channel.uniqueid in watch.calls else {}
            for fact, value in facts.items():
                if seen.get(fact, "") != value:
                    result.differs(channel, view, fact, value, seen.get(fact, "nothing"))


def compare_records(result, records, views):
    """CDR: answered or not, and for how long (whole seconds), as the call of the channel it is about."""
    for record in records:
        for view, watch in views.items():
            call = watch.calls.get(record.get("UniqueID", ""))
            if call is None:
                continue
            answered = record.get("Disposition") == "ANSWERED"
            connected = bool(call.first("CONNECTED"))
            if answered and not connected:
                result.differences.append((record["Channel"], view, "CDR", "ANSWERED", "never CONNECTED"))
            talked = call.first("IDLE") - call.first("CONNECTED") if connected else 0
            if answered and int(record["BillableSeconds"]) > talked + 1:
                result.differences.append((record["Channel"], view, "CDR", f"{record['BillableSeconds']} s", f"{talked:.1f} s"))


def markdown(results):
    """The table of all kinds, then the differences."""
    views = list(results[0].seen) if results else []
    lines = ["| kind | channels | " + " | ".join(f"calls: {view}" for view in views)
             + " | states | holds, s | causes | answer and end off by | hold off by | verdict |",
             "|---|--:|" + "--:|" * len(views) + "---|---|---|--:|--:|---|"]
    for result in results:
        seen = " | ".join(str(result.seen[view]) for view in views)
        states = "<br>".join(dict.fromkeys(text.lower() for text in result.states))
        hold_error = f"{result.hold_error * 1000:.0f} ms" if result.holds else ""
        verdict = "**differs**" if result.differences else "equal"
        lines.append(f"| {result.title} | {result.channels} | {seen} | {states} | {', '.join(result.holds)} | "
                     f"{', '.join(result.causes)} | {result.lateness * 1000:.0f} ms | {hold_error} | {verdict} |")
    return "\n".join(lines)


def differences(results):
    rows = [(result.title, *difference) for result in results for difference in result.differences]
    if not rows:
        return ""
    lines = ["| kind | channel | view | what | Asterisk | Linescope |", "|---|---|---|---|---|---|"]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])
