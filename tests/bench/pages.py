"""A card page against its peers, in the same run: first paint on a phone, requests per second.

First paint: against the plain page of Streamlit, on a slow phone emulated by Chromium. Requests:
against Datasette's page of the same record, installed apart for the time of the measure.
"""

import json
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from register.loading.file import read_yaml
from register.loading.nodes import value
from tests.bench.load import requests_per_second
from tests.bench.serving import HOUSE, free_port, register, running

CARD = "cheque-energie"
PAINTS = 3
PAINT_MOST_MS = 2_000
PAINT_MOST_SHARE = 1 / 3
RATES = 5
RATE_SECONDS = 2.0
RATE_LEAST = 5
DATASETTE = "datasette==0.65.5"

SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
"""1.6 Mbit/s with 150 ms of delay."""
SLOWER_CPU = 4
HELLO = "import streamlit as st\nst.title('Bonjour')\nst.write('Une page de Streamlit.')\n"
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


def first_paint_ms(browser: Browser, address: str) -> float:
    """Return when a new visitor first sees something of the page, on a slow phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True)
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", SLOW)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
    page.goto(address, wait_until="commit", timeout=120_000)
    # Asked from outside: the policy of the page forbids what would wait inside it.
    end = time.monotonic() + 120
    while (seen := page.evaluate(FIRST_PAINT)) is None and time.monotonic() < end:
        page.wait_for_timeout(100)
    context.close()
    return float(seen)


def paints(folder: Path) -> int:
    """Print both first paints; return 1 where ours is late, or not a third of Streamlit's."""
    (folder / "bonjour.py").write_text(HELLO, "utf-8")
    port = free_port()
    plain = [sys.executable, "-m", "streamlit", "run", str(folder / "bonjour.py")]
    plain += ["--server.headless=true", "--server.address=127.0.0.1", f"--server.port={port}"]
    plain += ["--browser.gatherUsageStats=false", "--server.fileWatcherType=none"]
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with (
        register(folder) as ours,
        running(plain, port, "/_stcore/health", folder) as peer,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        pairs = [
            (
                first_paint_ms(browser, f"{ours.address}/fiches/{CARD}"),
                first_paint_ms(browser, peer.address),
            )
            for _ in range(PAINTS)
        ]
        browser.close()
    mine, theirs = (statistics.median(one) for one in zip(*pairs, strict=True))
    share = mine / theirs
    print(f"first paint on a slow phone, median of {PAINTS} alternated runs:")  # noqa: T201
    print(f"  card {mine:.0f} ms (at most {PAINT_MOST_MS}), Streamlit {theirs:.0f} ms")  # noqa: T201
    print(f"  {share:.2f} of Streamlit's (at most {PAINT_MOST_SHARE:.2f})")  # noqa: T201
    return 0 if mine <= PAINT_MOST_MS and share <= PAINT_MOST_SHARE else 1


def database(path: Path) -> None:
    """Write the same card as a record: one column per key, what is nested as JSON."""
    root = read_yaml(HOUSE / "algorithms" / CARD / "fiche.yaml", "fiche.yaml").root
    card = value(root) if root else None
    assert isinstance(card, dict)
    cells = [one if isinstance(one, str) else json.dumps(one, default=str) for one in card.values()]
    columns = ", ".join(f'"{key}" text' for key in card)
    with sqlite3.connect(path) as base:
        base.execute(f'create table fiches ({columns}, primary key ("id"))')
        base.execute(f"insert into fiches values ({', '.join('?' * len(cells))})", cells)  # noqa: S608


def rates(folder: Path) -> int:
    """Print both rates; return 1 where ours is less than ``RATE_LEAST`` times Datasette's."""
    venv = folder / "datasette"
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    # Datasette asks setuptools for what later versions no longer carry.
    subprocess.run([*pip, "--disable-pip-version-check", DATASETTE, "setuptools<81"], check=True)
    database(folder / "registre.db")
    port = free_port()
    peer = [str(venv / "bin" / "datasette"), "serve", str(folder / "registre.db")]
    peer += ["--port", str(port)]
    with (
        register(folder) as ours,
        running(peer, port, f"/registre/fiches/{CARD}", folder) as theirs,
    ):
        mine = f"{ours.address}/fiches/{CARD}"
        row = f"{theirs.address}/registre/fiches/{CARD}"
        pairs = [
            (requests_per_second(mine, RATE_SECONDS), requests_per_second(row, RATE_SECONDS))
            for _ in range(RATES)
        ]
    ratio = statistics.median(one / other for one, other in pairs)
    card, record = (statistics.median(one) for one in zip(*pairs, strict=True))
    print(f"requests per second, median of {RATES} alternated runs:")  # noqa: T201
    print(f"  card {card:.0f}, Datasette's row {record:.0f}: {ratio:.1f} times")  # noqa: T201
    print(f"  (at least {RATE_LEAST})")  # noqa: T201
    return 0 if ratio >= RATE_LEAST else 1


def main() -> int:
    """Print both measures; return 1 where one is not held."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        return max(paints(folder), rates(folder))


if __name__ == "__main__":
    sys.exit(main())
