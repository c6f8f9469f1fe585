# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""SIP phones played by sipp: what a phone does in one call is a list of steps, written down as a sipp scenario."""

import subprocess
import tempfile
import time
from pathlib import Path
from xml.sax.saxutils import escape

from server import free_port
from softphone import Softphone

import socket

SDP = """v=0
o=- 1 {version} IN IP4 [local_ip]
s=-
c=IN IP4 [media_ip]
t=0 0
m=audio [auto_media_port] RTP/AVP 0
a=rtpmap:0 PCMU/8000
a={direction}
"""


def send(text, body=""):
    header = text.strip() + ("\nContent-Type: application/sdp" if body else "") + "\nContent-Length: [len]\n\n" + body
    return f"<send><![CDATA[\n\n{header}\n]]></send>"


def receive(what, attributes="", action=""):
    kind = "response" if what.isdigit() else "request"
    inner = f"<action>{action}</action>" if action else ""
    return f'<recv {kind}="{what}" {attributes}>{inner}</recv>'


def optional(what):
    return receive(what, 'optional="true"')


ANY_PROGRESS = [optional(code) for code in ("100", "180", "181", "183")]


def pause(milliseconds):
    return f'<pause milliseconds="{milliseconds}"/>'


def remember(header, variable):
    return f'<ereg regexp=".*" search_in="hdr" header="{header}:" assign_to="{variable}"/>'


class Dialog:
    """The steps both sides know; `who` gives the lines From, To and Call-ID of a request of ours."""

    def __init__(self, number):
        self.number = number
        self.sequence = 1
        self.steps = []

    def wait(self, milliseconds):
        self.steps.append(pause(milliseconds))
        return self

    def hang_up(self):
        self.sequence += 1
        self.steps += [send(self._request("BYE")), receive("200")]
        return self

    def is_hung_up(self):
        self.steps += [receive("BYE"), self._answer("200 OK")]
        return self

    def hold(self):
        return self._offer("sendonly")

    def unhold(self):
        return self._offer("sendrecv")

    def _offer(self, direction):
        self.sequence += 1
        body = SDP.format(version=self.sequence, direction=direction)
        self.steps += [send(self._request("INVITE"), body), optional("100"), receive("200", 'rrs="true"'),
                       send(self._request("ACK"))]
        return self

    def _answer(self, status, tag="", body="", cseq="[last_CSeq:]", to="[last_To:]"):
        contact = f"\nContact: <sip:{self.number}@[local_ip]:[local_port]>" if body else ""
        return send(f"SIP/2.0 {status}\n[last_Via:]\n[last_From:]\n{to}{tag}\n[last_Call-ID:]\n{cseq}{contact}", body)

    def _request(self, method):
        who = self._who()
        return (f"{method} [next_url] SIP/2.0\nVia: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]\n{who}\n"
                f"CSeq: {self.sequence} {method}\nContact: <sip:{self.number}@[local_ip]:[local_port]>\nMax-Forwards: 70")


class Caller(Dialog):
    """A phone that dials."""

    def __init__(self, number, dialled):
        super().__init__(number)
        self.dialled = dialled
        invite = (f"INVITE sip:{dialled}@[remote_ip]:[remote_port] SIP/2.0\n"
                  "Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]\n"
                  f"{self._from()}\nTo: <sip:{dialled}@[remote_ip]>\nCall-ID: [call_id]\nCSeq: 1 INVITE\n"
                  f"Contact: <sip:{number}@[local_ip]:[local_port]>\nMax-Forwards: 70")
        self.steps.append(send(invite, SDP.format(version=1, direction="sendrecv")))

    def is_answered(self):
        self.steps += [*ANY_PROGRESS, receive("200", 'rrs="true"'), send(self._request("ACK"))]
        return self

    def is_refused(self, code):
        self.steps += [*ANY_PROGRESS, receive(str(code)), send(self._final_ack(), "")]
        return self

    def cancels_after(self, milliseconds):
        cancel = (f"CANCEL sip:{self.dialled}@[remote_ip]:[remote_port] SIP/2.0\n[last_Via:]\n{self._from()}\n"
                  f"To: <sip:{self.dialled}@[remote_ip]>\nCall-ID: [call_id]\nCSeq: 1 CANCEL\nMax-Forwards: 70")
        self.steps += [optional("100"), receive("180"), pause(milliseconds), send(cancel), receive("200"),
                       receive("487"), send(self._final_ack())]
        return self

    def _from(self):
        return f"From: <sip:{self.number}@[remote_ip]>;tag=[pid]c[call_number]"

    def _who(self):
        return f"{self._from()}\nTo: <sip:{self.dialled}@[remote_ip]>[peer_tag_param]\nCall-ID: [call_id]"

    def _final_ack(self):
        return (f"ACK sip:{self.dialled}@[remote_ip]:[remote_port] SIP/2.0\n[last_Via:]\n{self._from()}\n[last_To:]\n"
                "Call-ID: [call_id]\nCSeq: 1 ACK\nMax-Forwards: 70")


class Callee(Dialog):
    """A phone that is called."""

    TAG = ";tag=[pid]s[call_number]"

    def __init__(self, number):
        super().__init__(number)
        self.sequence = 100
        facts = remember("From", "caller") + remember("To", "called") + remember("CSeq", "cseq")
        self.steps.append(receive("INVITE", 'rrs="true"', facts))

    def rings(self, milliseconds):
        self.steps.append(self._answer("180 Ringing", self.TAG))
        return self.wait(milliseconds) if milliseconds else self

    def answers(self):
        body = SDP.format(version=1, direction="sendrecv")
        self.steps += [self._answer("200 OK", self.TAG, body), receive("ACK")]
        return self

    def refuses(self, status):
        self.steps += [self._answer(status, self.TAG), receive("ACK")]
        return self

    def is_cancelled(self):
        final = self._answer("487 Request Terminated", self.TAG, cseq="CSeq:[$cseq]", to="To:[$called]")
        self.steps += [receive("CANCEL"), self._answer("200 OK"), final, receive("ACK")]
        return self

    def _who(self):
        return f"From:[$called]{self.TAG}\nTo:[$caller]\n[last_Call-ID:]"


# What sipp is told about a scenario that is played once.
ONCE = ("-m", "1", "-timeout", "30s", "-timeout_error")


class Phones:
    """The phones on the desk: a fixed port each, so that the server finds them where they registered."""

    def __init__(self, server):
        self._server = server
        self._folder = tempfile.TemporaryDirectory(prefix="linescope-phones-")
        self._ports = {number: free_port(socket.SOCK_DGRAM) for number in ("6001", "6002", "6003", "6004")}
        self._running = []

    def register(self):
        for number, port in self._ports.items():
            register = (f"REGISTER sip:[remote_ip]:[remote_port] SIP/2.0\n"
                        "Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]\n"
                        f"From: <sip:{number}@[remote_ip]>;tag=[pid]r[call_number]\nTo: <sip:{number}@[remote_ip]>\n"
                        f"Call-ID: [call_id]\nCSeq: 1 REGISTER\nContact: <sip:{number}@127.0.0.1:{port}>\n"
                        "Max-Forwards: 70\nExpires: 3600")
            self._start(f"register-{number}", [send(register), receive("200")], port)
        self.finish()

    def play(self, *dialogs):
        """Callees first, so that they listen before anybody dials."""
        for dialog in sorted(dialogs, key=lambda d: isinstance(d, Caller)):
            self._start(f"{dialog.number}", dialog.steps, self._ports[dialog.number])
            if isinstance(dialog, Callee):
                self._wait_until_bound(self._ports[dialog.number])

    def softphone(self, number):
        """That phone with more than one call, played here instead of by sipp; to be used in a `with`."""
        return Softphone(number, self._ports[number], self._server.sip_port)

    def finish(self, seconds=20):
        """Waits for all of them; a phone that saw something else than its steps is an error of the harness or the server."""
        deadline = time.monotonic() + seconds
        failed = []
        for name, process, log in self._running:
            try:
                if process.wait(max(0.1, deadline - time.monotonic())):
                    failed.append(f"{name}: {log.read_text()[-1500:] if log.exists() else 'no log'}")
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                failed.append(f"{name}: still in its call after {seconds} s")
        self._running.clear()
        return failed

    def _start(self, name, steps, port, options=ONCE):
        number = len(list(Path(self._folder.name).glob("*.xml")))
        scenario = Path(self._folder.name) / f"{number:03}-{name}.xml"
        log = scenario.with_suffix(".log")
        references = '\n<Reference variables="caller,called,cseq"/>' if "assign_to" in "".join(steps) else ""
        scenario.write_text('<?xml version="1.0" encoding="ISO-8859-1" ?>\n<!DOCTYPE scenario SYSTEM "sipp.dtd">\n'
                            f'<scenario name="{escape(name)}">\n' + "\n".join(steps) + references + "\n</scenario>\n")
        process = subprocess.Popen(
            ["sipp", f"127.0.0.1:{self._server.sip_port}", "-i", "127.0.0.1", "-p", str(port), "-sf", str(scenario), "-nostdin",
             *options, "-trace_err", "-error_file", str(log)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self._folder.name)
        self._running.append((scenario.stem, process, log))

    @staticmethod
    def _wait_until_bound(port, seconds=5):
        wanted = f"0100007F:{port:04X}"
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if any(line.split()[1] == wanted for line in Path("/proc/net/udp").read_text().splitlines()[1:]):
                return
            time.sleep(0.01)
        raise TimeoutError(f"sipp does not listen on {port}")
