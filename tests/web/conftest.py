"""A real server, as ``registre servir`` starts it, and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[2]
SERVE = "from register.cli import main; main()"


@dataclass(frozen=True)
class Server:
    """A running register: its address, its process, and the folder where it may write."""

    address: str
    process: subprocess.Popen[bytes]
    folder: Path

    @property
    def log(self) -> str:
        return (self.folder / "out").read_text("utf-8") + (self.folder / "err").read_text("utf-8")


def start(folder: Path, racine: Path, program: str = SERVE) -> Server:
    """Start the register on the cards of ``racine``; its home, work and log are in ``folder``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    temporary = folder / "tmp"
    temporary.mkdir()
    given = {"HOME": str(folder), "TMPDIR": str(temporary), "PYTHONUNBUFFERED": "1"}
    with (folder / "out").open("wb") as out, (folder / "err").open("wb") as err:
        process = subprocess.Popen(
            [sys.executable, "-c", program, "servir", f"--racine={racine}", f"--port={port}"],
            cwd=folder,
            env={**os.environ, **given},
            stdout=out,
            stderr=err,
        )
    server = Server(f"http://127.0.0.1:{port}", process, folder)
    deadline = time.monotonic() + 60
    while not _answers(server):
        if process.poll() is not None or time.monotonic() > deadline:
            raise AssertionError(f"the register did not start:\n{server.log}")
        time.sleep(0.1)
    return server


def _answers(server: Server) -> bool:
    try:
        with urllib.request.urlopen(server.address + "/_stcore/health", timeout=5) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except (urllib.error.URLError, TimeoutError):
        return False


def stop(server: Server) -> None:
    server.process.terminate()
    server.process.wait(timeout=20)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The register, opened on its real cards."""
    running = start(tmp_path_factory.mktemp("serveur"), ROOT)
    yield running
    stop(running)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("CI must run the browser tests: install Chromium")
        pytest.skip("no Chromium on this machine: browser tests are not run")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield opened
        opened.close()


class Visit:
    """One visitor: their page, and everything the browser asked for or complained about."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.page: Page = context.new_page()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("websocket", lambda socket: self.asked.append(socket.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "console",
            lambda said: self.complaints.append(said.text) if said.type == "error" else None,
        )

    def open(self, address: str) -> Page:
        """Open an interactive page and wait until its front end has drawn it."""
        self.page.goto(address)
        self.page.wait_for_selector("[data-testid=stHtml] h1")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the page stands still: what was asked is answered and drawn."""
        still = '[data-testid="stApp"][data-test-script-state="notRunning"]'
        self.page.wait_for_selector(still)
        # The front end says so before a change just made has reached the server.
        self.page.wait_for_timeout(150)
        self.page.wait_for_selector(still)

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()
        self.settle()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open visits, each with its own browser profile."""
    opened: list[BrowserContext] = []

    def visit(*, bypass_csp: bool = False) -> Visit:
        context = browser.new_context(
            viewport={"width": 1280, "height": 900}, bypass_csp=bypass_csp, locale="fr-FR"
        )
        context.set_default_timeout(20_000)
        opened.append(context)
        return Visit(context)

    yield visit
    for context in opened:
        context.close()
