"""The servers measured: the register as ``make run`` starts it, and peers, each on a free port."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).parents[2]
REGISTER = [sys.executable, "-c", "from register.cli import main; main()", "servir"]
LONGEST_START_S = 90


@dataclass(frozen=True)
class Running:
    """A server that answers at ``address``."""

    address: str
    pid: int

    def cpu_s(self) -> float:
        """Return the processor time the server has used, where the system tells it."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        except FileNotFoundError:
            return float("nan")
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def running(command: Sequence[str], port: int, ready: str, folder: Path) -> Iterator[Running]:
    """Run ``command`` until the block ends, from the moment ``ready`` answers.

    Its home and its log are in ``folder``, which must exist.
    """
    with (folder / f"{port}.log").open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, "HOME": str(folder)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + LONGEST_START_S
        while not _answers(address + ready):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((folder / f"{port}.log").read_text("utf-8"))
            time.sleep(0.1)
        yield Running(address, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def register(folder: Path) -> Iterator[Running]:
    """Run the register on the real cards, in one process."""
    port = free_port()
    command = [*REGISTER, "--racine", str(HOUSE), "--port", str(port)]
    with running(command, port, "/_stcore/health", folder) as server:
        yield server


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
            return bool(answer.status == 200)
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False
