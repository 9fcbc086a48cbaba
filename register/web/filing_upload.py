"""A file sent with a form, read in memory and within limits: nothing is written to the disk."""

import email.parser
import email.policy
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from starlette.requests import Request

from register.web.post import TooLong

LARGEST_FORM = 1024 * 1024
"""Bytes of a whole form, files included."""

LARGEST_FILE = 500 * 1024
"""Bytes of one file, and of all the files of a zip once unpacked."""

MOST_FIELDS = 3_000
_MOST_IN_A_ZIP = 60
_BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError)
"""What the library raises on a zip that is damaged, encrypted, packed otherwise, or not one."""


async def sent(request: Request) -> tuple[Mapping[str, str], bytes]:
    """Return the fields of a ``multipart/form-data`` form, and the file sent with it.

    Raises:
        TooLong: the form, or its file, is larger than a draft.

    """
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_FORM:
            raise TooLong
    kind = request.headers.get("content-type", "").encode("latin-1", "replace")
    # Read here rather than by ``Request.form``, which spools files to the disk.
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(
        b"Content-Type: " + kind + b"\r\n\r\n" + body
    )
    fields: dict[str, str] = {}
    file = b""
    for part in message.iter_parts() if message.is_multipart() else ():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        content = content if isinstance(content, bytes) else b""
        if part.get_filename() is not None:
            file = content or file
        elif isinstance(name, str):
            fields[name] = content.decode("utf-8", "replace").replace("\r\n", "\n")
    if len(file) > LARGEST_FILE:
        raise TooLong
    return fields, file


def unpacked(content: bytes) -> Mapping[str, bytes] | None:
    """Return the files of a zip by path; ``None`` where it is not one.

    Raises:
        TooLong: it holds more than a draft, packed or not.

    """
    if not content.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(BytesIO(content)) as pack:
            listed = [entry for entry in pack.infolist() if not entry.is_dir()]
            if len(listed) > _MOST_IN_A_ZIP:
                raise TooLong
            found: dict[str, bytes] = {}
            left = LARGEST_FILE
            for entry in listed:
                # What an entry says of its size is not believed: it is read up to what is left.
                with pack.open(entry) as stream:
                    found[entry.filename] = stream.read(left + 1)
                left -= len(found[entry.filename])
                if left < 0:
                    raise TooLong
            return found
    except _BROKEN:
        return None


def packed(files: Mapping[str, str]) -> bytes:
    """Return the zip of ``files`` by path; the same files are the same bytes."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as pack:
        for path, text in sorted(files.items()):
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            pack.writestr(entry, text)
    return held.getvalue()
