# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A phone with several calls at once, which sipp cannot play: it transfers, forwards and picks up while it talks.

Its words are those of phones.py, but said at once: each returns when the phone has done it, so that what it does next can
depend on what has come of it.
"""

import socket
import threading

from sip import Message, new_token, tag_of
from talk import Talk


class Softphone:
    """On the port where its number is registered; whatever needs no thinking (BYE, NOTIFY, CANCEL ...) is answered here."""

    def __init__(self, number, port, server_port):
        self.number, self.port = number, port
        self.server = ("127.0.0.1", server_port)
        self.changed = threading.Condition()
        self._talks = {}  # by Call-ID
        self._incoming = []
        self._answers = {}  # what we said to a request, said again when the request comes again
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", port))
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._socket.sendto(b"", ("127.0.0.1", self.port))  # wakes the reader
        self._reader.join()
        self._socket.close()
        for talk in self._talks.values():
            talk.close()

    def is_called(self, seconds=5):
        """The next call that comes in."""
        with self.changed:
            if not self.changed.wait_for(lambda: self._incoming, seconds):
                raise TimeoutError(f"{self.number}: nobody calls")
            return self._incoming.pop(0)

    def dials(self, number):
        """A call that is on its way; `rings_there` or `is_answered` waits for what comes of it."""
        ours = f"<sip:{self.number}@127.0.0.1>;tag={new_token()}"
        talk = Talk(self, new_token(), ours, f"<sip:{number}@127.0.0.1>", f"sip:{number}@127.0.0.1:{self.server[1]}")
        self._talks[talk.call_id] = talk
        talk.invite()
        return talk

    def wait_for(self, condition, seconds, what):
        with self.changed:
            if not self.changed.wait_for(condition, seconds):
                raise TimeoutError(f"{self.number}: waited {seconds} s for {what}")

    def send(self, text):
        self._socket.sendto(text.replace("\n", "\r\n").encode(), self.server)

    def respond(self, request, text):
        self._answers[request.branch, request.method] = text
        self.send(text)

    def _read(self):
        while data := self._socket.recv(65535):
            with self.changed:
                self._take(Message(data.decode()))
                self.changed.notify_all()

    def _take(self, message):
        talk = self._talks.get(message.header("Call-ID"))
        if not message.is_request:
            if talk:
                talk.take_response(message)
        elif (message.branch, message.method) in self._answers:
            self.send(self._answers[message.branch, message.method])
        elif talk:
            talk.take_request(message)
        elif message.method == "INVITE":
            talk = Talk.called(self, message)
            self._talks[talk.call_id] = talk
            self._incoming.append(talk)
        elif message.method != "ACK":
            self.respond(message, message.answer("481 Call/Transaction Does Not Exist", tag_of(message.header("To"))))
