"""Static check of sentences: they speak only of what their operation reads, or is."""

import re
from collections.abc import Callable, Collection, Iterator

from register.model.finding import Fault
from register.model.rule import Operation, Phrase
from register.model.scope import choice
from register.model.tokens import visible

Path = tuple[str | int, ...]

BRACES = re.compile(r"\{([^{}]*)\}")
"""A name in a sentence: ``{id}``, ``{id.nom}``, ``{id.nombre}``, ``{ligne.column}``."""

PARTS = ("nom", "nombre")

ROW = "ligne"
"""What a sentence calls the row that a table answered with: no id may be that word."""


def row_word_faults(path: Path, name: str) -> Iterator[Fault]:
    """Yield a fault where an id is the word that sentences keep for the row of a table."""
    if name == ROW:
        message = f"« {ROW} » désigne la ligne d'une table dans les phrases"
        yield Fault(path, "REGLE-3", message, "choisissez un autre nom")


def phrase_faults(
    path: Path,
    operation: Operation,
    read: Collection[str],
    columns: Collection[str],
    check_condition: Callable[[Path, str], None],
) -> Iterator[Fault]:
    """Yield the names that the sentences of an operation may not say.

    ``columns`` are those of the table it reads; ``check_condition`` is called with the place and
    the text of each ``si``.
    """
    for key, phrases in (("phrase", operation.phrase), ("phrase_ligne", operation.phrase_ligne)):
        single = key == "phrase_ligne" or not operation.pour_chaque
        for place, phrase in enumerate(phrases):
            if phrase.si is not None:
                check_condition((key, place, "si"), phrase.si)
            known = {*read, operation.id, *(operation.pour_chaque if single else ())}
            rows = {f"ligne.{column}" for column in columns} if single else set()
            yield from _words((*path, key, place), phrase, known, rows)


def _words(path: Path, phrase: Phrase, known: set[str], rows: set[str]) -> Iterator[Fault]:
    for lang, text in (("fr", phrase.fr), ("en", phrase.en or "")):
        for found in BRACES.finditer(text):
            name, _, part = found[1].partition(".")
            if found[1] in rows or (name in known and (not part or part in PARTS)):
                continue
            message = f"« {found[1]} » n'est pas lu par cette opération"
            remedy = choice(found[1], known | rows, "retirez les accolades")
            offset = visible(text.strip(), found.start() + 1)
            yield Fault(
                (*path, lang), "PHRASE-1", message, remedy, offset=offset, length=len(found[1])
            )


def stray_fault(path: Path, names: Collection[str]) -> Fault:
    """Return the fault of a sentence's condition that reads what its operation does not."""
    named = ", ".join(f"« {name} »" for name in sorted(names))
    message = f"la condition lit {named}, que l'opération ne lit pas"
    return Fault(path, "PHRASE-1", message, "ne comparez que ce que l'opération lit")
