# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Asterisk from Debian's package, in a chroot, on loopback only."""

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

SUITES = {"16": "bullseye", "22": "forky"}  # of Debian, by Asterisk's version
SECRET = "s3cret"  # of the account that resources/asterisk/manager.conf.example makes
# Modules that would open sockets of their own, or need a service that is not there.
NOT_LOADED = """chan_sip chan_iax2 chan_skinny chan_unistim chan_mgcp chan_motif chan_alsa chan_oss chan_console chan_phone
    chan_mobile chan_dahdi res_pktccops res_xmpp res_snmp res_corosync res_phoneprov pbx_dundi pbx_ael pbx_lua res_hep
    res_hep_pjsip res_hep_rtcp res_stun_monitor cdr_adaptive_odbc cdr_odbc cdr_pgsql cdr_radius cdr_sqlite3_custom
    cdr_syslog cdr_tds cdr_custom cdr_csv cel_odbc cel_pgsql cel_radius cel_sqlite3_custom cel_tds res_config_ldap
    res_config_odbc res_config_pgsql res_config_sqlite3 res_odbc res_odbc_transaction res_calendar res_calendar_caldav
    res_calendar_ews res_calendar_exchange res_calendar_icalendar res_smdi res_statsd res_endpoint_stats res_chan_stats
    app_statsd app_voicemail app_minivm app_festival app_alarmreceiver app_adsiprog res_adsi app_getcpeid
    res_timing_dahdi app_dahdiras app_meetme res_ari res_ari_recordings res_ari_endpoints res_ari_asterisk res_ari_device_states
    res_ari_events res_ari_applications res_ari_channels res_ari_sounds res_ari_playbacks res_ari_bridges codec_dahdi res_resolver_unbound res_pjsip_phoneprov_provider
    func_odbc chan_audiosocket chan_websocket app_audiosocket res_audiosocket cdr_beanstalkd cel_beanstalkd res_prometheus
    res_geolocation res_pjsip_geolocation res_stir_shaken res_pjsip_stir_shaken res_aeap res_speech_aeap""".split()
# Read by modules that would complain if they were missing; the defaults are right.
EMPTY = """udptl codecs ccss followme dnsmgr agents queuerules amd sorcery stasis cli cli_permissions cli_aliases enum
    pjproject pjsip_wizard pjsip_notify res_fax acl extconfig""".split()


class ServerError(Exception):
    pass


def cache_folder():
    base = os.environ.get("LINESCOPE_CACHE") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "linescope" / "asterisk"


def free_port(kind=socket.SOCK_STREAM):
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def mirror(security=False):
    """The mirror this machine's apt uses, so that a local one is used for Debian 11 too."""
    listed = subprocess.run(["apt-get", "indextargets", "--format", "$(REPO_URI)"], capture_output=True, text=True)
    wanted = "/debian-security" if security else "/debian"
    uris = sorted({uri.rstrip("/") for uri in listed.stdout.split()})
    return next((uri for uri in uris if uri.endswith(wanted)), "http://deb.debian.org" + wanted)


def suite():
    version = os.environ.get("LINESCOPE_ASTERISK", "16")
    if version not in SUITES:
        raise ServerError(f"LINESCOPE_ASTERISK is {version}, but there are only {' and '.join(SUITES)}")
    return SUITES[version]


def sources():
    """Only a suite that has been released has updates for its security."""
    lines = [f"deb {mirror()} {suite()} main"]
    return lines + ([f"deb {mirror(True)} {suite()}-security main"] if suite() == "bullseye" else [])


def apt_options():
    options = ["APT::Install-Recommends \"false\""]
    if suite() != "bullseye":
        options.append("Acquire::Check-Valid-Until \"false\"")  # a mirror that is behind; signatures are checked all the same
    return [f"--aptopt={option}" for option in options]


def built_chroot():
    """The chroot, built once (about 20 s) and kept between runs."""
    root = cache_folder() / f"chroot-{suite()}"
    ready = root / ".ready"
    if ready.exists():
        return root
    if root.exists():
        shutil.rmtree(root)  # left by an interrupted build
    root.parent.mkdir(parents=True, exist_ok=True)
    log = root.parent / "build.log"
    no_services = 'printf "#!/bin/sh\\nexit 101\\n" > "$1/usr/sbin/policy-rc.d"; chmod 755 "$1/usr/sbin/policy-rc.d"'
    with log.open("w") as output:
        done = subprocess.run(
            ["mmdebstrap", "--variant=apt", "--mode=root", "--include=asterisk", *apt_options(),
             f"--essential-hook={no_services}", suite(), str(root), *sources()],
            stdout=output, stderr=subprocess.STDOUT)
    if done.returncode:
        raise ServerError(f"mmdebstrap could not build the chroot:\n{log.read_text()[-3000:]}")
    subprocess.run(["chroot", root, "apt-get", "clean"], check=True)
    ready.touch()
    return root


class Server:
    """One Asterisk; start, stop and kill can be called in turn, the ports stay the same."""

    def __init__(self):
        self.root = built_chroot()
        self.ami_port = free_port()
        self.sip_port = free_port(socket.SOCK_DGRAM)
        self.process = None
        self.home = f"srv/linescope-{os.getpid()}"
        self._configure()

    @property
    def folder(self):
        return self.root / self.home

    def version(self):
        return subprocess.run(["chroot", self.root, "asterisk", "-V"], capture_output=True, text=True).stdout.strip()

    def start(self):
        arguments = ["chroot", "--userspec=asterisk:asterisk", "--groups=asterisk", str(self.root),
                     "/usr/sbin/asterisk", "-f", "-C", f"/{self.home}/etc/asterisk.conf"]
        console = (self.folder / "log" / "console.log").open("a")
        self.process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=console, stderr=console,
                                        env={"PATH": os.environ["PATH"], "HOME": "/tmp", "LC_ALL": "C"},
                                        start_new_session=True)
        deadline = time.monotonic() + 60
        # The AMI port opens before the modules are loaded: only the command line knows when all is there.
        while "fully booted" not in self.command("core waitfullybooted"):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise ServerError(f"Asterisk did not start; see {self.folder}/log")
            time.sleep(0.1)

    def start_as(self, systemname):
        """With a name that it puts before every Uniqueid."""
        self._configure(systemname)
        self.start()

    def command(self, line):
        done = subprocess.run(["chroot", self.root, "asterisk", "-C", f"/{self.home}/etc/asterisk.conf", "-rx", line],
                              capture_output=True, text=True)
        return done.stdout

    def channels(self):
        """Names of the channels that are up, as `core show channels` has them."""
        rows = self.command("core show channels concise").splitlines()
        return sorted(row.split("!")[0] for row in rows if "!" in row)

    def kill(self):
        """As a crash: not a word on any connection."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.kill()

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _configure(self, systemname=""):
        for name in ("etc", "run", "log/cel-custom", "spool", "db", "keys", "moh", "sounds"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        (self.folder / "moh" / "silence.ulaw").write_bytes(b"\xff" * 80000)  # ten seconds
        (self.folder / "sounds" / "beep.ulaw").write_bytes(b"\x7f\xff" * 400)  # a tenth
        values = {"HOME": "/" + self.home, "AMI_PORT": self.ami_port, "SIP_PORT": self.sip_port,
                  "SYSTEMNAME": systemname}
        for template in sorted((Path(__file__).parent / "etc").glob("*.conf")):
            text = template.read_text()
            for name, value in values.items():
                text = text.replace(f"@{name}@", str(value))
            (self.folder / "etc" / template.name).write_text(text)
        account = (Path(__file__).parents[2] / "resources" / "asterisk" / "manager.conf.example").read_text()
        with (self.folder / "etc" / "manager.conf").open("a") as manager:
            manager.write(account.replace("CHANGE-ME", SECRET))
        noload = "".join(f"noload = {module}.so\n" for module in NOT_LOADED)
        (self.folder / "etc" / "modules.conf").write_text("[modules]\nautoload = yes\n" + noload)
        for name in EMPTY:
            (self.folder / "etc" / f"{name}.conf").touch()
        subprocess.run(["chroot", self.root, "chown", "-R", "asterisk:asterisk", "/" + self.home], check=True)
