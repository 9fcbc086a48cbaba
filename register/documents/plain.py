"""A letter as plain text."""

from register.model.letter import Letter


def plain(letter: Letter) -> bytes:
    """Return the letter as UTF-8 text, with the line ends every editor reads."""
    return letter.text.replace("\n", "\r\n").encode()
