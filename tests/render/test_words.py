import re
from pathlib import Path
from string import Formatter

import pytest

from register.render import WORDS
from register.render import words as words_room

RENDER = Path(words_room.__file__).parents[1]
ROOMS = [RENDER, RENDER.parent / "web", RENDER.parent / "cli"]
SOURCES = [
    path.read_text("utf-8")
    for room in ROOMS
    for suffix in ("py", "html")
    for path in room.rglob(f"*.{suffix}")
    if path.parent.name != "words"
]


def places(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


@pytest.mark.parametrize("key", WORDS)
def test_every_interface_word_exists_in_both_languages_with_the_same_places(key: str) -> None:
    french, english = WORDS[key]

    assert french.strip()
    assert english.strip()
    assert places(french) == places(english)


def test_no_interface_word_is_defined_twice() -> None:
    files = Path(words_room.__file__).parent.glob("*.py")
    keys = [
        key
        for file in files
        for key in re.findall(r'^    "(\w+)": \(', file.read_text("utf-8"), re.M)
    ]

    assert sorted(set(keys)) == sorted(keys)


def test_every_interface_word_is_used_somewhere() -> None:
    code = "\n".join(SOURCES)
    built = tuple(re.findall(r'f"(\w+_)\{', code))
    unused = [key for key in WORDS if f'"{key}"' not in code and not key.startswith(built)]

    assert unused == []


def test_no_page_calls_anything_conforme() -> None:
    assert [key for key, both in WORDS.items() if "conforme" in " ".join(both).casefold()] == []
