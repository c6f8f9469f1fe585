# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a kind of calls is made with. Each makes one or a few real calls and returns when the phones have done their part;
they are in the files kinds_*.py, and kinds.py puts them in order."""

import time

from phones import Callee, Caller

KINDS = []


def kind(title, channels):
    """A kind of calls and the number of channels it has on the server, pseudo channels of conferences not counted."""
    def add(make):
        KINDS.append((title, channels, make))
        return make
    return add


class Desk:
    """What a kind has at hand."""

    def __init__(self, server, truth, phones):
        self.server, self.truth, self.phones = server, truth, phones
        self.expected = []  # events that make a kind what its title says
        self.meanings = []  # (number, facts)
        self.first_event = 0  # of the kind, in the truth's trace

    def play(self, *dialogs):
        self.phones.play(*dialogs)
        self.finish()

    def finish(self):
        failed = self.phones.finish()
        if failed:
            raise RuntimeError("a phone did not see what it should:\n" + "\n".join(failed))

    def expects(self, *words):
        """An event with these words in its line (tracing.py) while the kind is played: without it, it was no such kind."""
        self.expected.append(words)

    def means(self, number, **facts):
        """What Linescope should tell of the newest call of that phone, beyond what the server's states say: why it came."""
        self.meanings.append((number, facts))

    def means_transfer(self, by, other, to):
        """`by` sends the other party on to the third."""
        self.means(other, reason="TRANSFER", redirectingId=by, redirectionId=to)
        self.means(to, reason="TRANSFER", redirectingId=by)

    def begins(self):
        self.first_event = len(self.truth.trace)
        self.expected.clear()
        self.meanings.clear()

    def missing(self):
        """Those of the expected events that the server did not tell."""
        return missing(self.truth.trace[self.first_event:], self.expected)

    def act(self, action, **fields):
        answer = self.truth.act(Action=action, **fields)
        if answer.get("Response") != "Success":
            raise RuntimeError(f"{action}: {answer}")

    def originate(self, channel, exten, **more):
        self.act("Originate", Channel=channel, Context="default", Exten=exten, Priority=1, CallerID='"Caller" <2001>',
                 Async="true", **more)
        time.sleep(0.3)  # until the first channel is there; settle() waits for the end

    def wait_for(self, prefix, state="CONNECTED"):
        self.truth.wait_for(lambda truth: truth.named(prefix, state), 10, f"{prefix} {state}")
        return self.truth.named(prefix, state).name

    def wait_for_event(self, *words):
        """Until the server has said so since this kind began."""
        self.truth.wait_for(lambda truth: not missing(truth.trace[self.first_event:], [words]), 10, " ".join(words))

    def wait_for_end(self, name):
        self.truth.wait_for(lambda truth: not truth.is_up(name), 10, f"the end of {name}")


def missing(lines, expected):
    """Those of the expected events, each some words, that no line has all words of."""
    said = [set(line.split()) for line in lines]
    return [" ".join(words) for words in expected if not any(line.issuperset(words) for line in said)]


def talk(caller, callee, ring=200):
    return Caller(caller, callee).is_answered(), Callee(callee).rings(ring).answers()


def first_call(desk, phone, caller=None):
    """6001 and 6002 talk; the call at the softphone, which is one of them. The other one waits for its end, unless it is
    the caller and does otherwise."""
    if phone.number == "6001":
        desk.phones.play(Callee("6002").rings(200).answers().is_hung_up())
        call = phone.dials("6002").is_answered()
    else:
        desk.phones.play(caller or Caller("6001", "6002").is_answered().is_hung_up())
        call = phone.is_called().rings(200).answers()
    both_talk(desk)
    return call


def third_answers(desk, ring=200, talks=400):
    desk.phones.play(Callee("6003").rings(ring).answers().wait(talks).hang_up())


def rings(desk):
    """6001 calls 6002, which rings until that is over."""
    desk.phones.play(Caller("6001", "6002").is_answered().is_hung_up(), Callee("6002").rings(0).is_cancelled())
    desk.wait_for("PJSIP/6002", "OFFERING")


def both_speak(first, second):
    """Until Asterisk has taken out of the way what is in the way."""
    for _ in range(5):
        first.speaks(100)
        second.speaks(100)


def both_talk(desk, caller="6001", callee="6002"):
    """Names of their channels, as soon as both are connected."""
    names = desk.wait_for(f"PJSIP/{caller}"), desk.wait_for(f"PJSIP/{callee}")
    time.sleep(0.2)  # they have come into their bridge
    return names
