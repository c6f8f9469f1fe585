# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""As much of SIP's messages as a phone on the loopback needs."""

import re
import secrets

SDP = """v=0
o=- 1 {version} IN IP4 127.0.0.1
s=-
c=IN IP4 127.0.0.1
t=0 0
m=audio {port} RTP/AVP 0 101
a=rtpmap:0 PCMU/8000
a=rtpmap:101 telephone-event/8000
a=fmtp:101 0-15
a={direction}
"""


def new_token():
    return secrets.token_hex(6)


def tag_of(header):
    found = re.search(r";tag=([^;>]+)", header)
    return found.group(1) if found else ""


def uri_of(header):
    found = re.search(r"<([^>]+)>", header)
    return found.group(1) if found else header.split(";")[0]


def with_body(head, body="", kind="application/sdp"):
    content = f"Content-Type: {kind}\n" if body else ""
    length = len(body.replace("\n", "\r\n"))
    return f"{head.strip()}\n{content}Content-Length: {length}\n\n{body}"


class Message:
    def __init__(self, text):
        head, _, self.body = text.replace("\r\n", "\n").partition("\n\n")
        self.first, *lines = head.split("\n")
        self._headers = [(name.strip().lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines)]
        self.is_request = not self.first.startswith("SIP/2.0 ")
        number, self.method = self.header("CSeq").split()
        self.sequence = int(number)
        self.status = 0 if self.is_request else int(self.first.split()[1])
        self.branch = next(iter(re.findall(r"branch=([^;,\s]+)", self.header("Via"))), "")

    def header(self, name):
        return next((value for key, value in self._headers if key == name.lower()), "")

    def answer(self, status, tag="", more="", body=""):
        """The text of our answer to this request; `tag` is ours, where its To has none yet."""
        to = self.header("To")
        if tag and not tag_of(to):
            to += f";tag={tag}"
        vias = "\n".join(f"Via: {value}" for key, value in self._headers if key == "via")
        routes = "".join(f"Record-Route: {value}\n" for key, value in self._headers if key == "record-route")
        return with_body(f"SIP/2.0 {status}\n{vias}\n{routes}From: {self.header('From')}\nTo: {to}\n"
                         f"Call-ID: {self.header('Call-ID')}\nCSeq: {self.header('CSeq')}\n{more}", body)

    def media_port(self):
        found = re.search(r"^m=audio (\d+) ", self.body, re.MULTILINE)
        return int(found.group(1)) if found else 0
