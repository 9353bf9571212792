"""Two real Syncthings on one computer, cut off from every network but a loopback of their own."""

import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

import pytest

FOLDER: Final = "patient"
PATIENCE_SECONDS: Final = 25.0
DEVICE: Final = re.compile(r"Device ID: ([A-Z0-9-]+)")
IN_TRANSIT: Final = re.compile(r"\.syncthing\.|\.sl-")
KEY: Final = "only-between-two-tests"

CONFIGURATION: Final = """\
<configuration version="36">
  <folder id="{folder}" path="{data}" type="sendreceive" rescanIntervalS="3600"
    fsWatcherEnabled="true" fsWatcherDelayS="1">
    <device id="{ours}"/><device id="{theirs}"/>
    <minDiskFree unit="%">0</minDiskFree>
    <maxConflicts>10</maxConflicts>
  </folder>
  <device id="{ours}" name="ours"><address>tcp://127.0.0.1:{our_port}</address></device>
  <device id="{theirs}" name="theirs"><address>tcp://127.0.0.1:{their_port}</address></device>
  <gui enabled="true" tls="false"><address>{socket}</address><apikey>{key}</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:{our_port}</listenAddress>
    <globalAnnounceServer></globalAnnounceServer>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <stunServer></stunServer>
    <urAccepted>-1</urAccepted>
    <urURL></urURL>
    <releasesURL></releasesURL>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <crashReportingEnabled>false</crashReportingEnabled>
    <crashReportingURL></crashReportingURL>
    <startBrowser>false</startBrowser>
    <setLowPriority>false</setLowPriority>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <minHomeDiskFree unit="%">0</minHomeDiskFree>
  </options>
</configuration>
"""


class _Line(http.client.HTTPConnection):
    """HTTP through a socket file: no port is opened for asking."""

    def __init__(self, place: Path) -> None:
        super().__init__("localhost", timeout=5)
        self._place = place

    def connect(self) -> None:
        """Connect."""
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(5)
        self.sock.connect(str(self._place))


class Computer:
    """One of the two: its data folder, and its Syncthing."""

    def __init__(self, home: Path, port: int) -> None:
        self.home = home
        self.port = port
        self.data = home / "data"
        self.socket = home / "s"
        self.data.mkdir(parents=True)
        made = subprocess.run(
            ["syncthing", "generate", f"--home={home}", "--no-default-folder"],
            capture_output=True,
            text=True,
            check=True,
        )
        found = DEVICE.search(made.stdout + made.stderr)
        assert found, made
        self.device = found[1]

    def know(self, other: "Computer") -> None:
        """Write the configuration that shares the folder with *other*."""
        text = CONFIGURATION.format(
            folder=FOLDER,
            data=self.data,
            ours=self.device,
            theirs=other.device,
            our_port=self.port,
            their_port=other.port,
            socket=self.socket,
            key=KEY,
        )
        (self.home / "config.xml").write_text(text, "utf-8")

    def ask(self, method: str, what: str) -> Any:
        """Ask Syncthing; nothing while it does not answer."""
        line = _Line(self.socket)
        try:
            line.request(method, f"/rest/{what}", headers={"X-API-Key": KEY})
            words = line.getresponse().read()
        except OSError:
            return None
        finally:
            line.close()
        return json.loads(words) if words.startswith(b"{") else {}

    def scan(self) -> None:
        """Let it look at the folder now."""
        self.ask("POST", f"db/scan?folder={FOLDER}")

    @property
    def is_idle(self) -> bool:
        """Whether it has everything that it knows of."""
        status = self.ask("GET", f"db/status?folder={FOLDER}") or {}
        return status.get("state") == "idle" and status.get("needTotalItems") == 0

    @property
    def is_connected(self) -> bool:
        """Whether it talks to the other one."""
        known = (self.ask("GET", "system/connections") or {}).get("connections", {})
        return any(one["connected"] for one in known.values())

    def tree(self) -> dict[str, bytes]:
        """Return every file that is shared, as it is now."""
        files = {}
        for path in self.data.rglob("*"):
            name = str(path.relative_to(self.data))
            if path.is_file() and not name.startswith(".st") and not IN_TRANSIT.match(path.name):
                files[name] = path.read_bytes()
        return files


def until(what: str, is_so: Any) -> None:
    """Wait until *is_so*."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, f"did not happen: {what}"
        time.sleep(0.1)


def in_step(*computers: Computer) -> bool:
    """Whether all have the same files, and nothing more to fetch."""
    for computer in computers:
        computer.scan()
    if not all(computer.is_idle for computer in computers):
        return False
    first, *others = (computer.tree() for computer in computers)
    return all(other == first for other in others)


@contextmanager
def two_computers(home: Path) -> Iterator[tuple[Computer, Computer]]:
    """Give two computers that share a folder; skipped where there is no Syncthing."""
    if not shutil.which("syncthing"):
        pytest.skip("syncthing is not installed")
    one, other = Computer(home / "1", 22101), Computer(home / "2", 22102)
    one.know(other)
    other.know(one)
    with ExitStack() as running:
        alone = running.enter_context(_network_of_its_own())
        for computer in (one, other):
            running.enter_context(_started(computer, alone))
        until("they talk", lambda: one.is_connected and other.is_connected)
        yield one, other


@contextmanager
def _network_of_its_own() -> Iterator[list[str]]:
    """Give the words that start a command where there is nothing but a loopback."""
    if os.geteuid() != 0 or not shutil.which("nsenter"):
        yield []
        return
    up = "import fcntl,socket,struct,sys;s=socket.socket();"
    up += (
        "fcntl.ioctl(s,0x8914,struct.pack('16sh',b'lo',1));print('up',flush=True);sys.stdin.read()"
    )
    command = ["unshare", "--net", "/usr/bin/env", "python3", "-c", up]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "up\n"
        yield ["nsenter", f"--net=/proc/{holder.pid}/ns/net"]
    finally:
        holder.communicate("")


@contextmanager
def _started(computer: Computer, before: list[str]) -> Iterator[None]:
    log = (computer.home / "log").open("wb")
    command = [*before, "syncthing", "serve", f"--home={computer.home}", "--no-browser"]
    command += ["--no-restart", "--no-upgrade"]
    environment = {**os.environ, "STNOUPGRADE": "1", "HOME": str(computer.home)}
    process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
    try:
        until("it answers", lambda: computer.ask("GET", "system/ping") is not None)
        yield
    finally:
        process.terminate()
        process.wait(20)
        log.close()
