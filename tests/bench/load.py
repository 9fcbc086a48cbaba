"""Requests per second of one address, over a few connections kept open."""

import asyncio
import time
from urllib.parse import urlsplit

CONNECTIONS = 8


def requests_per_second(address: str, seconds: float) -> float:
    """Ask for ``address`` again and again for ``seconds``; every answer must be 200."""
    return asyncio.run(_ask(address, seconds))


async def _ask(address: str, seconds: float) -> float:
    place = urlsplit(address)
    question = f"GET {place.path} HTTP/1.1\r\nHost: {place.netloc}\r\n\r\n".encode()
    started = time.perf_counter()
    counts = await asyncio.gather(
        *(
            _connection(str(place.hostname), int(place.port or 80), question, started + seconds)
            for _ in range(CONNECTIONS)
        )
    )
    return sum(counts) / (time.perf_counter() - started)


async def _connection(host: str, port: int, question: bytes, end: float) -> int:
    reader, writer = await asyncio.open_connection(host, port)
    count = 0
    while time.perf_counter() < end:
        writer.write(question)
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        assert head.startswith(b"http/1.1 200"), head[:80]
        if b"\r\ncontent-length:" in head:
            length = int(head.partition(b"\r\ncontent-length:")[2].partition(b"\r\n")[0])
            await reader.readexactly(length)
        else:
            await _chunks(reader)
        count += 1
    writer.close()
    return count


async def _chunks(reader: asyncio.StreamReader) -> None:
    while length := int(await reader.readline(), 16):
        await reader.readexactly(length + 2)
    await reader.readline()
