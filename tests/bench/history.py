"""All histories in one pass, against one ``git log -- <folder>`` per card, on the same repository.

1,000 cards and 2,000 commits are made with ``git fast-import`` in a temporary folder; a commit in
ten is a merge. The peer runs in full: nothing is extrapolated.
"""

import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from starlette.applications import Starlette
from starlette.testclient import TestClient

from register import loading
from register.history import Repository, Timeline
from register.model.algorithm import Catalogue
from register.search import Index
from register.web.html import routes

CARDS = 1_000
COMMITS = 2_000
LEAST = 50
"""How many times faster one pass must be."""

MOST_MS = 50
"""How much more a page may take to show an old version, in milliseconds."""

PAGES = 40
"""Cards whose pages are written, each for the first time."""

HOUSE = Path(__file__).parents[2]
CANTEEN = HOUSE / "tests" / "fixtures" / "valides" / "tarif-cantine"


def main() -> int:
    """Print the ratio and the cost of an old version; return 1 where one is not held."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        fill(root)
        started = time.perf_counter()
        timeline = Repository(root / "algorithms").timeline()
        assert isinstance(timeline, Timeline)
        ours = {card: [one.commit for one in timeline.revisions(card)] for card in timeline.cards}
        one_pass = time.perf_counter() - started
        started = time.perf_counter()
        theirs = {card: _log(root, card) for card in ours}
        peer = time.perf_counter() - started
        same = len(ours) == CARDS and all(
            sorted(ours[card]) == sorted(theirs[card]) for card in ours
        )
        old, present = _pages(root)
    ratio, more = peer / one_pass, (old - present) * 1000
    print(f"histories: {CARDS} cards, {COMMITS} commits, same answers: {same}")  # noqa: T201
    print(f"  one pass {one_pass:.2f} s, one git log per card {peer:.1f} s")  # noqa: T201
    print(f"  {ratio:.0f} times faster (at least {LEAST})")  # noqa: T201
    print(f"  the page of an old version, never read before: {more:+.1f} ms (at most {MOST_MS})")  # noqa: T201
    return 0 if same and ratio >= LEAST and more <= MOST_MS else 1


def fill(root: Path) -> None:
    """Make the repository: every card filed, then changed at random, a commit in ten merged."""
    subprocess.run(["git", "init", "-q", "-b", "main", root], check=True)
    stream = "".join(_stream()).encode()
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=stream, check=True)
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=root, check=True)


def _stream() -> Iterator[str]:
    draw = random.Random(1)  # noqa: S311 - the same repository at every run
    files = {
        str(path.relative_to(CANTEEN)): path.read_text("utf-8")
        for path in sorted(CANTEEN.rglob("*.yaml"))
    }
    mark = 0
    for number in range(COMMITS):
        card = _card(number if number < CARDS else draw.randrange(CARDS))
        mark += 1
        at = 1_600_000_000 + 3_600 * number
        if number < CARDS:
            yield _commit("main", mark, at, f"Dépose {card}", None, ())
            for name, text in files.items():
                yield _file(card, name, text.replace("id: tarif-cantine", f"id: {card}", 1))
        elif number % 10 == 0:
            before, mark = mark - 1, mark + 1
            yield _commit("proposition", mark - 1, at, f"Propose {card}", before, ())
            yield _file(card, "parametres.yaml", _changed(files, number))
            yield _commit("main", mark, at + 60, f"Accepte {card}", before, (mark - 1,))
            yield _file(card, "parametres.yaml", _changed(files, number))
        else:
            yield _commit("main", mark, at, f"Corrige {card}", None, ())
            yield _file(card, "parametres.yaml", _changed(files, number))


def _card(number: int) -> str:
    return f"fiche-{number}"


def _changed(files: dict[str, str], number: int) -> str:
    return files["parametres.yaml"].replace("valeur: 15", f"valeur: {15 + number}")


def _commit(
    branch: str, mark: int, at: int, subject: str, start: int | None, merged: tuple[int, ...]
) -> str:
    message = f"{subject}\n\nPourquoi.\n\nFiche: {subject.split()[1]}\nNature: correction\n"
    begins = f"from :{start}\n" if start else ""
    merges = "".join(f"merge :{other}\n" for other in merged)
    return (
        f"commit refs/heads/{branch}\nmark :{mark}\n"
        f"committer Ana <ana@example.org> {at} +0100\n"
        f"data {len(message.encode())}\n{message}\n{begins}{merges}"
    )


def _file(card: str, name: str, text: str) -> str:
    return f"M 100644 inline algorithms/{card}/{name}\ndata {len(text.encode())}\n{text}\n"


def _log(root: Path, card: str) -> list[str]:
    command = ["git", "log", "--format=%H", "--", f"algorithms/{card}"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.split()


def _pages(root: Path) -> tuple[float, float]:
    """Return the median seconds to write the page of an old version, and that of today's."""
    cards = root / "algorithms"
    shutil.copytree(HOUSE / "algorithms" / "_vocabulaire", cards / "_vocabulaire")
    words, _ = loading.vocabulaire(cards)
    repository = Repository(cards)
    timeline = repository.timeline()
    assert isinstance(timeline, Timeline)
    changed = [card for card in timeline.cards if len(timeline.revisions(card)) > 1][:PAGES]
    read = [loading.folder(cards / card, words)[0] for card in changed]
    catalogue = Catalogue(tuple(one for one in read if one), words)
    served = routes(
        lambda: catalogue, index=lambda: Index(catalogue, {}), guides={}, repository=repository
    )
    client = TestClient(Starlette(routes=served))
    client.get(f"/fiches/{changed[0]}?date=2020-01-01")  # templates are compiled once
    old = [_get(client, f"{c}?publie={timeline.versions(c)[-1].publication}") for c in changed]
    present = [_get(client, card) for card in changed]
    return median(old), median(present)


def _get(client: TestClient, page: str) -> float:
    started = time.perf_counter()
    answer = client.get(f"/fiches/{page}")
    assert answer.status_code == 200
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
