"""200 people at once, each asking something every five seconds, of one process.

A light client speaks Streamlit's own protocol over WebSocket: every rerun is a search of the home
page with other words, timed from the question sent to the end of the answer.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench.serving import register

SESSIONS = 200
PERIOD_S = 5.0
RERUNS = 4
MOST_MS = 50
WORDS = ("bourse", "cheque energi", "permis", "logement paris", "apa", "affelnet", "impot", "gir")


class Visit:
    """One open page of one person."""

    def __init__(self, socket: websockets.ClientConnection, address: str) -> None:
        self._socket = socket
        self._address = address
        self._field = ""

    async def rerun(self, words: str | None = None) -> int:
        """Ask for the page, with ``words`` typed in its search; the bytes of the answer."""
        message = BackMsg()
        state = message.rerun_script
        state.context_info.url = self._address + "/"
        state.context_info.timezone = "Europe/Paris"
        state.context_info.locale = "fr-FR"
        if words is not None:
            typed = state.widget_states.widgets.add()
            typed.id, typed.string_value = self._field, words
        await self._socket.send(message.SerializeToString())
        return await self._answer()

    async def _answer(self) -> int:
        received = 0
        while True:
            data = await self._socket.recv()
            assert isinstance(data, bytes)
            received += len(data)
            said = ForwardMsg()
            said.ParseFromString(data)
            element = said.delta.new_element
            if element.HasField("text_input"):
                self._field = element.text_input.id
            if said.WhichOneof("type") == "script_finished":
                assert said.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
                return received


async def person(address: str, rank: int, waited: list[float]) -> None:
    """Open the page, then search ``RERUNS`` times; each wait is added to ``waited``, in ms."""
    await asyncio.sleep(PERIOD_S * rank / SESSIONS)
    place = address.replace("http", "ws") + "/_stcore/stream"
    async with websockets.connect(place, subprotocols=["streamlit"], max_size=None) as socket:
        visit = Visit(socket, address)
        await visit.rerun()
        for turn in range(RERUNS):
            await asyncio.sleep(PERIOD_S)
            started = time.perf_counter()
            received = await visit.rerun(WORDS[(rank + turn) % len(WORDS)])
            waited.append((time.perf_counter() - started) * 1000)
            assert received > 1_000


async def everyone(address: str) -> list[float]:
    """Return every wait, in milliseconds."""
    waited: list[float] = []
    await asyncio.gather(*(person(address, rank, waited) for rank in range(SESSIONS)))
    return waited


def main() -> int:
    """Print the waits; return 1 where one in twenty is longer than ``MOST_MS``."""
    with tempfile.TemporaryDirectory() as place, register(Path(place)) as server:
        before = server.cpu_s()
        waited = asyncio.run(everyone(server.address))
        cost = (server.cpu_s() - before) / (SESSIONS * (RERUNS + 1)) * 1000
    twentieths = statistics.quantiles(waited, n=20)
    middle, late = statistics.median(waited), twentieths[-1]
    print(f"sessions: {SESSIONS} at once, one search per {PERIOD_S:g} s, {len(waited)} searches")  # noqa: T201
    print(f"  median {middle:.0f} ms, p95 {late:.0f} ms (at most {MOST_MS})")  # noqa: T201
    print(f"  processor time of the server: {cost:.1f} ms per answer")  # noqa: T201
    return 0 if len(waited) == SESSIONS * RERUNS and late <= MOST_MS else 1


if __name__ == "__main__":
    sys.exit(main())
