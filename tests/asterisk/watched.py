# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Linescope that watches a flood: what it tells, and what it costs."""

import ctypes
import json
import os
import signal
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from server import SECRET

TICKS = os.sysconf("SC_CLK_TCK")
# Of its events, what is compared: all of them would be some megabytes a second.
COMPARED = '"event":"(callCreated|providerState|finding|summary)"|"state":"IDLE"|"cause":'


class Cost:
    """CPU seconds of a process by thread, and its memory."""

    def __init__(self, pid):
        self._folder = Path("/proc") / str(pid)
        self.begin()

    def begin(self):
        """What was before does not count."""
        self.memory = []  # MiB, resident
        self.threads = {}  # name -> CPU seconds
        self._before = {}
        self.sample()
        self._before = self.threads

    def sample(self):
        threads = {}
        for task in (self._folder / "task").iterdir():
            try:
                fields = (task / "stat").read_text().rpartition(")")[2].split()
                name = (task / "comm").read_text().strip()
            except OSError:
                continue  # it has just ended
            threads[name] = threads.get(name, 0) + (int(fields[11]) + int(fields[12])) / TICKS
        self.threads = threads
        self.memory.append(int((self._folder / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20)

    def spent(self):
        """By thread."""
        return {name: total - self._before.get(name, 0) for name, total in self.threads.items()}

    def line(self, took):
        spent = self.spent()
        total = sum(spent.values())
        threads = ", ".join(f"{name} {seconds:.1f}" for name, seconds in sorted(spent.items(), key=lambda t: -t[1])
                            if seconds >= 0.05)
        return f"{total:.1f} s ({100 * total / took:.0f} % of a core), by thread: {threads}"

    def memory_line(self):
        ends = [len(self.memory) * tenth // 10 for tenth in range(11)]
        means = [sum(part) / len(part) for part in map(lambda a, b: self.memory[a:b], ends, ends[1:]) if part]
        return f"{self.memory[0]:.0f} at first, by tenths of the time {' '.join(f'{mean:.0f}' for mean in means)}"


class Tail:
    """The lines of a file that grows, each once."""

    def __init__(self, path):
        self.path, self._read = Path(path), 0

    def lines(self):
        if not self.path.exists():
            return
        with self.path.open("rb") as file:
            file.seek(self._read)
            for line in file:
                if not line.endswith(b"\n"):
                    break  # it is being written
                self._read += len(line)
                yield line.decode()


def events_of(tail):
    """Those that are compared."""
    kinds = '"finding"', '"callCreated"', '"providerState"', '"summary"', '"IDLE"', '"callInfo"'
    return (json.loads(line) for line in tail.lines() if any(kind in line for kind in kinds))


class Linescope:
    """One of the two programs, its events in `journal`."""

    def __init__(self, command, journal, folder, **options):
        environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
        self._tail = Tail(journal)
        self._calls, self._connected, self._summary, self._by_id, self._findings = {}, [], {}, {}, 0
        self.process = subprocess.Popen(command, env={**environment, "LINESCOPE_SECRET": SECRET, "XDG_RUNTIME_DIR": folder,
                                                      "XDG_DATA_HOME": folder}, **options)
        self.cost = Cost(self.process.pid)

    def told(self):
        """(state, cause) by Uniqueid, of the calls that it told; when it was connected, each time; and its summary."""
        for event in events_of(self._tail):
            kind = event.get("event")
            if kind == "callCreated":
                self._by_id[event["call"]] = event["providerRef"]
                self._calls[event["providerRef"]] = ("", event.get("cause", 0))
            elif kind == "callState" and event["call"] in self._by_id:
                uniqueid = self._by_id[event["call"]]
                self._calls[uniqueid] = (event["state"], self._calls[uniqueid][1])
            elif kind == "callInfo" and event["call"] in self._by_id:
                uniqueid = self._by_id[event["call"]]
                self._calls[uniqueid] = (self._calls[uniqueid][0], event.get("cause", 0))
            elif kind == "providerState" and event["up"]:
                self._connected.append(self.time_of(event))
            elif kind == "finding":
                self._findings += 1
            elif kind == "summary":
                self._summary = event
        return self._calls, self._connected, self._summary

    def begin(self):
        """What it does from now on is what it costs."""
        self.cost.begin()

    @staticmethod
    def time_of(event):
        return datetime.fromisoformat(event["t"].replace("Z", "+00:00")).timestamp()

    def is_connected(self):
        return bool(self.told()[1])

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Terminal(Linescope):
    """`linescopectl watch`, which retains the handles of the last 100,000 calls."""

    name = "linescopectl"

    def __init__(self, program, source, folder, options=()):
        journal = Path(folder) / f"{self.name}.jsonl"
        super().__init__([*program, "watch", source, "--json", *options], journal, folder, stdout=subprocess.PIPE)
        with journal.open("w") as output:
            self._sieve = subprocess.Popen(["grep", "-E", "--line-buffered", COMPARED], stdin=self.process.stdout, stdout=output)
        self.process.stdout.close()

    def finish(self):
        self.process.send_signal(2)
        status = self.process.wait(60)
        self._sieve.wait(60)
        summary = self.told()[2]
        problems = [] if status == 0 else [f"it ended with {status}"]
        if summary.get("dropped") != 0 or summary.get("findings") != 0 or self._findings:
            problems.append(f"the summary says {summary}")
        return problems

    def end(self):
        super().end()
        self._sieve.wait(10)


class JumpingTerminal(Terminal):
    """While it watches, the wall clock is set a day ahead, then two days back. Needs the package faketime."""

    name = "linescopectl with a clock that jumps"
    LIBRARY = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1")

    def __init__(self, program, source, folder):
        self._shift = Path(folder) / "shift"
        self._days = 0
        self._faked = ["env", f"LD_PRELOAD={self.LIBRARY}", f"FAKETIME_TIMESTAMP_FILE={self._shift}", "FAKETIME_NO_CACHE=1",
                       "FAKETIME_DONT_FAKE_MONOTONIC=1"]
        self.jump(0)
        super().__init__([*self._faked, program], source, folder)

    def jump(self, days):
        new = self._shift.with_suffix(".new")
        new.write_text(f"{days:+}d")
        new.rename(self._shift)
        self._days = days

    def finish(self):
        """What it tells has the time that it is: none of the jumps may be seen."""
        there = str(self.LIBRARY) in Path(f"/proc/{self.process.pid}/maps").read_text()
        date = int(subprocess.run([*self._faked, "date", "+%s"], capture_output=True, text=True, check=True).stdout)
        if not there or abs(date - time.time() - 86400 * self._days) > 60:
            return [*super().finish(), "the wall clock did not jump"]
        problems, last = super().finish(), 0.0
        for event in events_of(Tail(self._tail.path)):
            if "t" in event:
                time_told = self.time_of(event)
                if time_told < last or abs(time_told - time.time()) > 3600:
                    return [*problems, f"it tells of {event['t']}"]
                last = time_told
        return problems


class LoggingTerminal(Terminal):
    """Writes each call that ends to a database, by an application of its own that gives its handles back then."""

    name = "linescopectl with a call log"

    def __init__(self, program, source, folder):
        super().__init__(program, source, folder, ["--log", str(Path(folder) / "calls.sqlite")])


class Window(Linescope):
    """The window on a screen of its own, with a journal."""

    name = "the window"

    def __init__(self, program, source, folder):
        self._screen = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-noreset", "-nolisten", "tcp"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        os.environ["DISPLAY"] = f":{self._screen.stdout.readline().strip()}"
        settings = Path(folder) / "window.ini"
        settings.write_text("[welcome]\nhidden=true\n")
        journal = Path(folder) / "window.jsonl"
        super().__init__([program, "--source", source, "--journal", str(journal), "--settings", str(settings), "--lang", "en"],
                         journal, folder)
        self.rest = Rest(self.process.pid)

    def begin(self):
        super().begin()
        self.rest.begin()

    def frozen(self, seconds):
        """Meanwhile: what it returns has a result when the window goes on."""
        return ThreadPoolExecutor(1).submit(self._freeze, seconds)

    def _freeze(self, seconds):
        """Stops the thread of the window, and none other of its threads, as a debugger does."""
        pid, libc = self.process.pid, ctypes.CDLL(None, use_errno=True)
        seize, interrupt, detach = 0x4206, 0x4207, 17
        for request in (seize, interrupt):
            if libc.ptrace(request, pid, None, None) != 0:
                raise OSError(ctypes.get_errno(), "ptrace")
        os.waitpid(pid, 0x40000000)  # __WALL
        time.sleep(seconds)
        if libc.ptrace(detach, pid, None, None) != 0:
            raise OSError(ctypes.get_errno(), "ptrace")

    def finish(self):
        self.process.terminate()
        status = self.process.wait(60)
        self.rest.end()
        self.told()
        problems = [f"there are {self._findings} findings"] if self._findings else []
        return problems if status == -signal.SIGTERM else [*problems, f"it ended with {status}"]

    def end(self):
        super().end()
        self.rest.end()
        self._screen.terminate()
        self._screen.wait()


class Rest:
    """How long the thread of a window goes without a rest at most, which is more than any answer to its user can take: looked at
    every 2 ms, and by the number of times that it slept."""

    def __init__(self, pid):
        self.begin()
        self._task = Path(f"/proc/{pid}/task/{pid}")
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def begin(self):
        self.longest, self.processor_time = 0.0, 0.0  # seconds; how much of them it had a processor

    def end(self):
        self._ended.set()
        self._thread.join()

    def _look(self):
        sleeps, since, had = 0, time.monotonic(), 0
        while not self._ended.wait(0.002):
            try:
                facts = dict(line.split(":", 1) for line in (self._task / "status").read_text().splitlines())
                has = int((self._task / "schedstat").read_text().split()[0]) / 1e9
            except OSError:
                return
            now, slept = time.monotonic(), int(facts["voluntary_ctxt_switches"])
            if slept != sleeps or facts["State"].split()[0] in "St":  # t: frozen by us
                sleeps, since, had = slept, now, has
            elif now - since > self.longest:
                self.longest, self.processor_time = now - since, has - had
