# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who makes a flood of calls, and who counts its events."""

import csv
import socket
import subprocess
import threading
import time
from pathlib import Path

from phones import Callee, Caller, Phones
from server import SECRET, free_port

# Of ten calls four ring, are answered and ended by the callee, two are ended by the caller, one is busy, one is not
# answered, two are answered at once; about 85 events a call.
LOCAL_MIX = ["81006"] * 4 + ["81001"] * 2 + ["81004", "81005", "602", "602"]


class LocalCalls:
    """Calls through Local channels, made over a login that hears nothing."""

    def __init__(self, server, rate):
        self._rate, self._made, self._begun = rate, 0, time.monotonic()
        self.log_in(server)

    def log_in(self, server):
        """Anew after a crash; the calls of the meantime are not made up for."""
        self._socket = socket.create_connection(("127.0.0.1", server.ami_port), 10)
        self._send(Action="Login", Username="truth", Secret="truth", Events="off")
        said = b""
        while b"accepted" not in said:
            said += self._socket.recv(65536)
        threading.Thread(target=self._swallow, args=(self._socket,), daemon=True).start()
        self._made = int((time.monotonic() - self._begun) * self._rate)

    def make(self):
        """Those that are due."""
        while self._made < (time.monotonic() - self._begun) * self._rate:
            self._send(Action="Originate", Channel="Local/talk2@caller/n", Context="default",
                       Exten=LOCAL_MIX[self._made % len(LOCAL_MIX)], Priority=1,
                       CallerID=f'"Flood" <{20000 + self._made}>', Async="true")
            self._made += 1

    def _send(self, **fields):
        self._socket.sendall(("".join(f"{key}: {value}\r\n" for key, value in fields.items()) + "\r\n").encode())

    @staticmethod
    def _swallow(connection):
        try:
            while connection.recv(65536):
                pass
        except OSError:
            pass


class PhoneCalls(Phones):
    """Calls between SIP phones, each kind by a pair of sipp: of ten six are answered, two are refused as busy, two are given
    up; about 17 events a call."""

    KINDS = (
        (0.6, Callee("6002").rings(300).answers().is_hung_up(), Caller("6001", "6002").is_answered().wait(1000).hang_up()),
        (0.2, Callee("6003").rings(100).refuses("486 Busy Here"), Caller("6001", "6003").is_refused(486)),
        (0.2, Callee("6004").rings(0).is_cancelled(), Caller("6001", "6004").cancels_after(300)),
    )
    PATIENT = ("-watchdog_interval", "0")  # else sipp gives up on a machine that is busy

    def __init__(self, server, rate, seconds):
        super().__init__(server)
        if rate > 0:
            self.register()
        for share, callee, caller in self.KINDS if rate > 0 else ():
            self._start(f"called-{callee.number}", callee.steps, self._ports[callee.number], self.PATIENT)
            self._wait_until_bound(self._ports[callee.number])
            calls = max(1, round(rate * share * seconds))
            each = max(1, round(1000 / (rate * share)))  # milliseconds
            statistics = Path(self._folder.name) / f"calls-{caller.dialled}.csv"
            self._start(f"calls-{caller.dialled}", caller.steps, free_port(socket.SOCK_DGRAM),
                        (*self.PATIENT, "-r", "1", "-rp", str(each), "-m", str(calls), "-trace_stat", "-stf", str(statistics)))

    def outcome(self, seconds):
        """Waits for the callers, ends the called ones: how many calls went as meant, and how many did not."""
        deadline = time.monotonic() + seconds
        for name, process, _ in self._running:
            if name.partition("-")[2].startswith("calls-"):
                try:
                    process.wait(max(0.1, deadline - time.monotonic()))
                except subprocess.TimeoutExpired:
                    pass
        self.end()
        rows = [list(csv.DictReader(file.open(), delimiter=";"))[-1] for file in Path(self._folder.name).glob("*.csv")]
        return tuple(sum(int(row[column]) for row in rows) for column in ("SuccessfulCall(C)", "FailedCall(C)"))

    def end(self):
        for _, process, _ in self._running:
            process.terminate()
            process.wait()
        self._running.clear()


class Counter:
    """How many events an account like Linescope's gets."""

    def __init__(self, server):
        self.events = 0
        self.log_in(server)

    def log_in(self, server):
        """Anew after a crash."""
        self.is_in = False
        self._socket = socket.create_connection(("127.0.0.1", server.ami_port), 10)
        self._socket.sendall(f"Action: Login\r\nUsername: linescope\r\nSecret: {SECRET}\r\n"
                             "Events: call,system,agent,user,dtmf\r\n\r\n".encode())
        threading.Thread(target=self._count, args=(self._socket,), daemon=True).start()

    def _count(self, connection):
        try:
            while data := connection.recv(1 << 20):
                self.is_in = self.is_in or b"accepted" in data
                self.events += data.count(b"Event: ")
        except OSError:
            pass
