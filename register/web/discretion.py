"""Faults of ours are logged by kind and place: their messages may quote what a visitor answered."""

import logging
import traceback
from typing import Any


def kind_and_place(error: BaseException) -> str:
    """Return the kind of an error and the file and line it came from, without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} at {where}"


def install() -> None:
    """Make every log record of this process lose the text of the error it carries."""
    write = logging.getLogRecordFactory()

    def discreet(*args: Any, **kwargs: Any) -> logging.LogRecord:
        record = write(*args, **kwargs)
        if record.exc_info and record.exc_info[1]:
            record.msg, record.args = kind_and_place(record.exc_info[1]), ()
            record.exc_info = None
        return record

    logging.setLogRecordFactory(discreet)
