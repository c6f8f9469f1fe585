# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small AMI client, independent of the one under test: it makes calls, and hears what the server says of them."""

import socket
import threading
import time


class Ami:
    """Every event goes to `heard(event)`, a dict with its arrival time as `_t`, on a thread of its own."""

    def __init__(self, port, user, secret, heard):
        self._socket = socket.create_connection(("127.0.0.1", port), 10)
        self._socket.settimeout(None)
        self._heard = heard
        self._lock = threading.Condition()
        self._responses = {}
        self._count = 0
        threading.Thread(target=self._read, daemon=True).start()
        answer = self.act(Action="Login", Username=user, Secret=secret)
        if answer.get("Response") != "Success":
            raise ConnectionError(f"AMI login of {user}: {answer}")

    def act(self, **fields):
        """Sends an action and waits for its response."""
        with self._lock:
            self._count += 1
            action_id = fields.setdefault("ActionID", f"harness-{self._count}")
            lines = "".join(f"{key}: {value}\r\n" for key, value in fields.items())
            self._socket.sendall((lines + "\r\n").encode())
            if not self._lock.wait_for(lambda: action_id in self._responses, 10):
                raise TimeoutError(f"no answer to {fields}")
            return self._responses.pop(action_id)

    def close(self):
        self._socket.close()

    def _read(self):
        try:
            with self._socket.makefile("r", encoding="utf-8", errors="replace", newline="\n") as stream:
                stream.readline()  # the banner
                message = {}
                for line in stream:
                    line = line.rstrip("\r\n")
                    if line:
                        key, _, value = line.partition(": ")
                        message[key.rstrip(":")] = value
                    elif message:
                        self._dispatch(message)
                        message = {}
        except (OSError, ValueError):
            pass  # closed

    def _dispatch(self, message):
        message["_t"] = time.time()
        if "Event" in message:
            self._heard(message)
        else:
            with self._lock:
                self._responses[message.get("ActionID", "")] = message
                self._lock.notify_all()
