"""A case put to OpenFisca and explained, beside OpenFisca's own trace of the same case.

The peer is ``openfisca serve``: its ``/trace`` computes the same household and returns what it
read, without words, law or relevance. Times are those of the processor, in the same run, so that
waiting for it does not count; the clock is printed beside them. The longest explanations are
compared with the longest traces, and each case with its own trace. The cold start is a new
process, from its first line to an explanation.
"""

import json
import resource
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from explainers import explain
from explainers.openfisca.case import run_case
from explainers.preparation import prepare
from explainers.program import Program, program_on
from register import loading
from register.model.algorithm import Algorithm
from register.model.vocabulary import Vocabulary

HOUSE = Path(__file__).parents[2]
ROUNDS = 10
WARM_S = {"impot-revenu": 1.0, "rsa": 3.0}
"""Longest explanation of a worked case, at the 95th percentile, by card."""
COLD_S = 8.0
MEMORY_MB = 600

FIRST = """
import datetime as dt, json, sys
from pathlib import Path
import psutil

from explainers import explain
from register import loading
cards = Path(sys.argv[1])
words, _ = loading.vocabulaire(cards)
card, _ = loading.folder(cards / "impot-revenu", words)
case = next(case for _, case in card.cas if not case.constats)
assert explain(card, words, case.situation, case.date).resultat.calculable
"""


@dataclass(frozen=True)
class Peer:
    """OpenFisca's own server, and the processor time of its processes."""

    address: str
    process: psutil.Process

    def cpu_s(self) -> float:
        """Return the processor time used so far."""
        family = [self.process, *self.process.children(recursive=True)]
        return sum(one.cpu_times().user + one.cpu_times().system for one in family)

    def trace(self, asked: bytes) -> None:
        """Compute and trace a household."""
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"{self.address}/trace", asked, headers)  # noqa: S310
        with urllib.request.urlopen(request, timeout=300) as answer:  # noqa: S310
            answer.read()


def main() -> int:
    """Print the measures; return 1 where one is not held."""
    catalogue = loading.catalogue(HOUSE / "algorithms")
    held = _cold()
    with _peer() as peer:
        for card_id, most in WARM_S.items():
            card = catalogue.get(card_id)
            assert card is not None
            held = _warm(card, catalogue.vocabulaire, peer, most) and held
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"model: memory {memory} MB (≤ {MEMORY_MB})")  # noqa: T201
    return 0 if held and memory <= MEMORY_MB else 1


def _cold() -> bool:
    before, start = _children_s(), time.perf_counter()
    command = [sys.executable, "-c", FIRST, str(HOUSE / "algorithms")]
    subprocess.run(command, check=True, cwd=HOUSE)
    clock, spent = time.perf_counter() - start, _children_s() - before
    print(  # noqa: T201
        f"model: first explanation of a new process {spent:.1f} s (≤ {COLD_S:.0f}), "
        f"{clock:.1f} s on the clock"
    )
    return spent <= COLD_S


def _children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _warm(card: Algorithm, words: Vocabulary, peer: Peer, most: float) -> bool:
    building = prepare((card,), words)  # as the server does
    if building is not None:
        building.join()
    ours: list[float] = []
    theirs: list[float] = []
    clock: list[float] = []
    ratios: dict[str, float] = {}
    for name, case in card.cas:
        program = program_on(card, case.date)
        if case.constats or not isinstance(program, Program):
            continue
        asked = _asked(program, case.situation)
        explain(card, words, case.situation, case.date)
        peer.trace(asked)
        before, first = peer.cpu_s(), len(ours)
        for _ in range(ROUNDS):
            start, told = time.process_time(), time.perf_counter()
            explain(card, words, case.situation, case.date, ("fr",))
            ours.append(time.process_time() - start)
            clock.append(time.perf_counter() - told)
            peer.trace(asked)
        theirs.append((peer.cpu_s() - before) / ROUNDS)
        ratios[name] = sum(ours[first:]) / ROUNDS / theirs[-1]
    p95, waited, traced = (sorted(one)[len(one) * 95 // 100] for one in (ours, clock, theirs))
    worst = max(ratios, key=lambda one: ratios[one])
    print(  # noqa: T201
        f"model: {card.id}, explanation p95 {1000 * p95:.0f} ms (≤ {1000 * most:.0f}; "
        f"{1000 * waited:.0f} on the clock), openfisca serve /trace of the same cases "
        f"{1000 * traced:.0f} ms, ratio {p95 / traced:.2f}; each case beside its own "
        f"trace, {ratios[worst]:.2f} at most ({worst})"
    )
    return p95 <= most and p95 < traced and ratios[worst] < 1


def _asked(program: Program, situation: Mapping[str, object]) -> bytes:
    """Return the same household in the Web API's JSON, asking for the card's variable."""
    case = run_case(program, situation)
    content: dict[str, Any] = json.loads(json.dumps(case.household.situation))
    variable = case.computed.again.system.get_variable(case.binding.variable)
    instances = content[variable.entity.plural]
    first = next(iter(instances.values()))
    first[variable.name] = {case.household.period: None}
    return json.dumps(content).encode()


@contextmanager
def _peer() -> Iterator[Peer]:
    """Serve OpenFisca on this machine, as its own command does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = str(Path(sys.executable).with_name("openfisca"))
    command = [program, "serve", "--country-package", "openfisca_france", "--port", str(port)]
    served = subprocess.Popen(
        [*command, "--workers", "1"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{address}/spec", timeout=60).read()  # noqa: S310
                break
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.2)
        yield Peer(address, psutil.Process(served.pid))
    finally:
        served.send_signal(signal.SIGTERM)
        served.wait(30)


if __name__ == "__main__":
    sys.exit(main())
