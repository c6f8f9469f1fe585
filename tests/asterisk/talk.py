# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One call of a softphone."""

import random
import socket
import struct
import time
from urllib.parse import quote

from sip import SDP, new_token, tag_of, uri_of, with_body


class Talk:
    def __init__(self, phone, call_id, ours, theirs, target):
        self.phone = phone
        self.call_id = call_id
        self.ours, self.theirs = ours, theirs  # From and To of our requests
        self.target = target  # where they go
        self.ended = False
        self.notified = []  # what became of a transfer, status after status
        self._sequence = random.randrange(1, 1000)
        self._called = None  # the INVITE that called us
        self._branch = ""  # of the INVITE with which we call
        self._responses = {}  # (sequence, method) -> statuses
        self._asked = (0, "")  # the newest request that wants an answer
        self._acknowledged = False
        self._direction = "sendrecv"
        self._media = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._media.bind(("127.0.0.1", 0))
        self._media_there = 0
        self._packet = 0

    @classmethod
    def called(cls, phone, invite):
        talk = cls(phone, invite.header("Call-ID"), f"{invite.header('To')};tag={new_token()}", invite.header("From"),
                   uri_of(invite.header("Contact")))
        talk._called = invite
        talk._media_there = invite.media_port()
        return talk

    def close(self):
        self._media.close()

    # ---- a call that comes in ----

    def rings(self, milliseconds=0):
        self._say("180 Ringing")
        return self.wait(milliseconds)

    def rings_with_sound(self, milliseconds=0):
        self._say("183 Session Progress", body=self._sdp())
        return self.wait(milliseconds)

    def answers(self):
        self._say("200 OK", body=self._sdp())
        self.phone.wait_for(lambda: self._acknowledged, 5, "the ACK")
        return self

    def refuses(self, status, more=""):
        self._say(status, more)
        self.phone.wait_for(lambda: self._acknowledged, 5, "the ACK")
        self.ended = True
        return self

    def forwards_to(self, number):
        return self.refuses("302 Moved Temporarily", f"Contact: <sip:{number}@127.0.0.1:{self.phone.server[1]}>\n")

    # ---- a call that we make ----

    def invite(self):
        self._branch = self._request("INVITE", body=self._sdp())
        return self

    def rings_there(self):
        self.phone.wait_for(lambda: self._status() == 180 or self._status() >= 200, 5, "the ringing")
        return self

    def is_answered(self):
        return self._ends_with(200)

    def is_refused(self, code):
        self._ends_with(code)
        self.ended = True
        return self

    def cancels(self):
        self._request("CANCEL", branch=self._branch)
        return self.is_refused(487)

    # ---- in the call ----

    def wait(self, milliseconds):
        time.sleep(milliseconds / 1000)
        return self

    def hold(self):
        return self._offer("sendonly")

    def unhold(self):
        return self._offer("sendrecv")

    def hang_up(self):
        self._request("BYE")
        self._ends_with(200)
        self.ended = True
        return self

    def is_hung_up(self, seconds=8):
        self.phone.wait_for(lambda: self.ended, seconds, "the end of the call")
        return self

    def transfers_to(self, number):
        return self._refers(f"<sip:{number}@127.0.0.1:{self.phone.server[1]}>")

    def joins(self, other):
        """The attended transfer: the party of this call and the one of the other call talk to each other."""
        replaced = quote(f"{other.call_id};to-tag={tag_of(other.theirs)};from-tag={tag_of(other.ours)}", safe="")
        return self._refers(f"<{other.target}?Replaces={replaced}>")

    def is_told(self, status, seconds=8):
        """By NOTIFY, what became of the transfer. The phone has to hang up then: the server waits for it."""
        self.phone.wait_for(lambda: max(self.notified, default=0) >= 200, seconds, "what became of the transfer")
        if self.notified[-1] != status:
            raise RuntimeError(f"{self.phone.number}: {self.notified[-1]} of the transfer where {status} was due")
        return self

    def presses(self, digits):
        """SIP INFO; a digit takes 0.1 s."""
        for digit in digits:
            self._request("INFO", body=f"Signal={digit}\nDuration=100\n", kind="application/dtmf-relay")
            self._ends_with(200)
            time.sleep(0.12)
        return self

    def speaks(self, milliseconds=200):
        """Silence in RTP: without any media Asterisk does not optimize its Local channels away."""
        for _ in range(milliseconds // 20):
            header = struct.pack("!BBHII", 0x80, 0, self._packet & 0xffff, self._packet * 160, 0x1234)
            self._media.sendto(header + b"\xff" * 160, ("127.0.0.1", self._media_there))
            self._packet += 1
            time.sleep(0.02)
        return self

    def hears(self, count, seconds=5):
        """So many digits in RTP (RFC 4733), where each is said in several packets of one timestamp."""
        found = {}
        deadline = time.monotonic() + seconds
        while len(found) < count and (left := deadline - time.monotonic()) > 0:
            self._media.settimeout(left)
            try:
                packet = self._media.recv(2048)
            except TimeoutError:
                break
            if packet[1] & 0x7f == 101:
                found[packet[4:8]] = "0123456789*#"[packet[12]]
        self._media.settimeout(None)
        return "".join(found.values())

    # ---- what the phone hears ----

    def take_response(self, message):
        if tag_of(message.header("To")) and message.method == "INVITE":
            self.theirs = message.header("To")
        self._responses.setdefault((message.sequence, message.method), []).append(message.status)
        if message.method != "INVITE" or message.status < 200:
            return
        if message.status < 300:
            self.target = uri_of(message.header("Contact")) or self.target
            self._media_there = message.media_port() or self._media_there
            self._request("ACK", sequence=message.sequence)
        else:
            self._request("ACK", sequence=message.sequence, branch=self._branch)

    def take_request(self, message):
        if message.method == "ACK":
            self._acknowledged = True
            return
        body = self._sdp() if message.method in ("INVITE", "UPDATE") and message.body else ""
        self.phone.respond(message, message.answer("200 OK", tag_of(self.ours), self._contact() if body else "", body))
        if message.method == "CANCEL":
            self._say("487 Request Terminated")
        elif message.method == "NOTIFY" and message.body.startswith("SIP/2.0 "):
            self.notified.append(int(message.body.split()[1]))
        self.ended = self.ended or message.method in ("BYE", "CANCEL")

    # ---- helpers ----

    def _refers(self, where):
        self.notified.clear()
        self._request("REFER", f"Refer-To: {where}\nReferred-By: <sip:{self.phone.number}@127.0.0.1>\n")
        self.phone.wait_for(lambda: self._status() >= 200, 5, "an answer to the REFER")
        return self

    def _offer(self, direction):
        self._direction = direction
        self._branch = self._request("INVITE", body=self._sdp())
        return self._ends_with(200)

    def _status(self):
        return (self._responses.get(self._asked) or [0])[-1]

    def _ends_with(self, code):
        self.phone.wait_for(lambda: self._status() >= 200, 8, "an answer")
        if self._status() != code:
            raise RuntimeError(f"{self.phone.number}: {self._status()} where {code} was due")
        return self

    def _sdp(self):
        return SDP.format(version=self._sequence, port=self._media.getsockname()[1], direction=self._direction)

    def _contact(self):
        return f"Contact: <sip:{self.phone.number}@127.0.0.1:{self.phone.port}>\n"

    def _say(self, status, more="", body=""):
        """To the INVITE that called us."""
        more = more or self._contact()
        self.phone.respond(self._called, self._called.answer(status, tag_of(self.ours), more, body))

    def _request(self, method, more="", body="", kind="application/sdp", sequence=0, branch=""):
        branch = branch or f"z9hG4bK{new_token()}"
        if method not in ("ACK", "CANCEL"):
            self._sequence += 1
            self._asked = (self._sequence, method)
        self.phone.send(with_body(
            f"{method} {self.target} SIP/2.0\nVia: SIP/2.0/UDP 127.0.0.1:{self.phone.port};branch={branch}\n"
            f"From: {self.ours}\nTo: {self.theirs}\nCall-ID: {self.call_id}\nCSeq: {sequence or self._sequence} {method}\n"
            f"{self._contact()}Max-Forwards: 70\n{more}", body, kind))
        return branch
