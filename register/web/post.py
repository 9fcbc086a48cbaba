"""The answers of a plain form: read from the body of one request, in memory, and forgotten."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import Request

LONGEST = 100_000
"""Bytes a form may hold: a long letter is under a tenth of it."""

_FIELDS = 100


class TooLong(Exception):
    """A form longer than ``LONGEST``, or with more fields than any of ours."""


async def answers_of(
    request: Request, longest: int = LONGEST, fields: int = _FIELDS
) -> Mapping[str, str]:
    """Return the fields of a form sent as ``application/x-www-form-urlencoded``.

    ``longest`` bounds its bytes, ``fields`` their number.

    Read here rather than by ``Request.form``, which spools files to the disk.

    Raises:
        TooLong: the form is longer, or has more fields, than its page sends.

    """
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > longest:
            raise TooLong
    try:
        pairs = parse_qsl(
            body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=fields
        )
    except ValueError:
        raise TooLong from None
    # A textarea sends the line ends of 1990.
    return {name: value.replace("\r\n", "\n") for name, value in pairs}
