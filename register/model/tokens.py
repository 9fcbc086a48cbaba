"""The words of a formula: what may be written, and where the first wrong character stands."""

import keyword
import re
from dataclasses import dataclass

MAX_LENGTH = 500
MAX_NESTING = 20

TOO_DEEP = "la formule a trop de termes emboîtés"
CUT = "coupez-la en plusieurs opérations"
ADMITTED = "voir le langage des formules, guides/regles.md"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a formula: characters from its start, and how many."""

    offset: int
    length: int


class Refused(Exception):
    """A formula that is not admitted: code, French message, remedy, place in the text."""

    def __init__(self, code: str, message: str, remedy: str, at: Place) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy
        self.at = at


_TOKEN = re.compile(
    r"""(?P<space>[ \n]+)
    | (?P<number>[0-9]+(?:\.[0-9]+)?(?![0-9A-Za-z_.]))
    | (?P<name>[A-Za-z_][A-Za-z0-9_]*)
    | (?P<code>"[^"\\\n]*")
    | (?P<sign><=|>=|==|!=|[-+*/()<>,\[\]])
    """,
    re.VERBOSE,
)
_DOUBLED = re.compile(r"\*\*|//|<<|>>|\+\+|<>|=<|=>")

_WORDS = {
    "and": "écrivez et(a, b)",
    "or": "écrivez ou(a, b)",
    "not": "écrivez non(a)",
    "if": "écrivez si(condition, valeur, autre valeur)",
    "else": "écrivez si(condition, valeur, autre valeur)",
}
_PYTHON = frozenset(keyword.kwlist)
_HINTS = {
    "=": "pour comparer, écrivez ==",
    "**": "écrivez puissance(x, y)",
    "//": "écrivez inferieur(x / y)",
    "×": "écrivez *",
    "÷": "écrivez /",
    "−": "écrivez -",
    "≤": "écrivez <=",
    "≥": "écrivez >=",
    "≠": "écrivez !=",
    "=<": "écrivez <=",
    "=>": "écrivez >=",
    "<>": "écrivez !=",
    "%": "les pourcentages s'écrivent dans parametres.yaml",
    "'": 'les codes s\'écrivent entre guillemets droits : "code"',
    "\\": "une formule n'a pas de barre oblique inverse",
}


def tokenize(text: str) -> str:
    """Return the formula on one line, without blanks around it, if all its words are admitted.

    Raises:
        Refused: too long, too deep, or a word that the language does not have.

    """
    text = text.strip()
    if len(text) > MAX_LENGTH:
        at = Place(MAX_LENGTH, 1)
        message = f"la formule dépasse {MAX_LENGTH} caractères"
        raise Refused("REGLE-1", message, CUT, at)
    if not text:
        raise Refused(
            "REGLE-1", "la formule est vide", "écrivez-la, ou retirez la clé", Place(0, 1)
        )
    position = nesting = 0
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None or _DOUBLED.match(text, position):
            raise _stranger(text, position)
        if token.lastgroup == "name":
            _refuse_foreign_word(token[0], position)
        nesting += (token[0] in "([") - (token[0] in ")]")
        if nesting > MAX_NESTING:
            at = Place(position, 1)
            raise Refused("REGLE-1", TOO_DEEP, CUT, at)
        position = token.end()
    return text.replace("\n", " ")


def _stranger(text: str, position: int) -> Refused:
    doubled = _DOUBLED.match(text, position)
    word = doubled[0] if doubled else text[position]
    at = Place(position, len(word))
    if word in _HINTS:
        return Refused("REGLE-2", f"« {word} » n'est pas admis dans une formule", _HINTS[word], at)
    if word.isdecimal():
        remedy = "un nombre s'écrit comme 12 ou 0.5"
        return Refused("REGLE-1", "ce nombre ne peut pas être lu", remedy, at)
    if word == '"':
        return Refused("REGLE-1", "ce guillemet n'est pas fermé", "fermez-le après le code", at)
    shown = word if word.isprintable() else "ce caractère"
    return Refused("REGLE-2", f"« {shown} » n'est pas admis dans une formule", ADMITTED, at)


def _refuse_foreign_word(word: str, position: int) -> None:
    at = Place(position, len(word))
    if word in _WORDS:
        raise Refused("REGLE-2", f"« {word} » n'est pas admis ici", _WORDS[word], at)
    if word in _PYTHON or word.startswith("_"):
        raise Refused("REGLE-2", f"« {word} » n'est pas admis dans une formule", ADMITTED, at)


def bytes_to_characters(text: str, count: int) -> int:
    """Return how many characters the first ``count`` UTF-8 bytes of ``text`` hold.

    >>> bytes_to_characters('"é" == x', 4)
    3
    """
    return len(text.encode()[:count].decode(errors="ignore"))


def visible(text: str, position: int) -> int:
    """Return how many visible characters stand before ``position``.

    >>> visible("a  + b", 3)
    1
    """
    return sum(not character.isspace() for character in text[:position])
