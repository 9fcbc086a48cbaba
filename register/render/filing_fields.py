"""The fields of the filing form as the page shows them: words, options, example, findings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from register.model.fields import Field
from register.model.finding import Finding, blocking
from register.model.questions import Question
from register.render.reader import Reader

_FEW = 6
"""Codes shown at once, each with its definition; more are put in a list to open."""
_LONG = ("texte", "mode", "pourquoi", "precision", "constat", "effet", "valeur", "resume", "dit")
"""Keys whose answer is a sentence or more."""
_OUTSIDE = ("deploiement", "parametres", "regle", "operations")
"""Keys of other files, whose article heads the whole question."""


@dataclass(frozen=True)
class Reading:
    """How hard a text is to read: its LIX, and where its long sentences start and end."""

    mots: int
    phrases: int
    lix: int
    difficile: bool
    longues: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Input:
    """One field as it stands: ``values`` by part of its name, the findings beside it."""

    nom: str
    champ: Field
    values: Mapping[str, str]
    constats: tuple[Finding, ...] = ()
    exemple: object = None
    lectures: Mapping[str, Reading] = field(default_factory=dict)


@dataclass(frozen=True)
class Item:
    """One element of the list a question asks."""

    rang: int
    titre: str
    inputs: tuple[Input, ...]


@dataclass(frozen=True)
class Screen:
    """One question as it stands: its fields, its items, the findings that concern it whole.

    ``garde`` names a file that says more than the form asks, with its text.
    """

    question: Question
    inputs: tuple[Input, ...]
    items: tuple[Item, ...]
    constats: tuple[Finding, ...]
    garde: tuple[str, str] | None = None


def label(reader: Reader, key: str) -> Markup:
    """Return what a key is called; the key itself where nobody named it."""
    words = reader.vocabulaire.champ(key)
    return reader.both(words.libelle) if words else escape(key)


def help_of(reader: Reader, key: str) -> Markup | None:
    """Return what to write under a key."""
    words = reader.vocabulaire.champ(key)
    return reader.both(words.aide) if words and words.aide else None


def plain_key(key: str) -> str:
    """Return the key of the card that a key of the form answers.

    >>> plain_key("deploiement.mention.texte"), plain_key("regle.depuis"), plain_key("mention")
    ('mention.texte', 'operations', 'mention')
    """
    if key.startswith("regle."):
        return "operations"
    return key.removeprefix("deploiement.")


def finding_view(reader: Reader, finding: Finding) -> Mapping[str, object]:
    """Return a finding for the page: the sentence is that of the terminal, in French."""
    return {
        "genre": finding.severity,
        "mot": reader.say(f"depot_{finding.severity}"),
        "code": finding.code,
        "phrase": reader.text(finding.sentence),
    }


def input_view(
    reader: Reader, one: Input, sources: Sequence[tuple[str, str]], question: Question
) -> Mapping[str, object]:
    """Return a field for the page; ``sources`` are the ids and titles that it may cite."""
    found = one.champ
    words = label(reader, found.key)
    same = words == label(reader, question.key) and found.kind != "groupe"
    return {
        "nom": one.nom,
        "genre": found.kind,
        "libelle": reader.say("depot_reponse") if same else words,
        "aide": None if same and help_of(reader, question.key) else help_of(reader, found.key),
        "article": _article(reader, found, question),
        "requis": found.required,
        "connaissable": found.knowable,
        "valeurs": one.values,
        "long": found.key.rpartition(".")[2] in _LONG,
        "options": _options(reader, one, sources),
        "detaillees": len(found.codes) <= _FEW and not found.within and bool(found.listing),
        "exemple": _example(reader, one),
        "constats": [finding_view(reader, told) for told in one.constats],
        "bloque": bool(blocking(one.constats)),
        "lectures": [_reading(reader, lang, told, one) for lang, told in one.lectures.items()],
        "meme": found.key == question.key,
    }


def _article(reader: Reader, found: Field, question: Question) -> str | None:
    """Return the article of a field, where it is not that of the whole question."""
    if found.key.startswith(_OUTSIDE) or found.kind == "sources":
        return None
    own = reader.vocabulaire.article(plain_key(found.key))
    return own if own != reader.vocabulaire.article(plain_key(question.key)) else None


def _options(
    reader: Reader, one: Input, sources: Sequence[tuple[str, str]]
) -> list[tuple[str, Markup, Markup | None]]:
    found = one.champ
    if found.kind == "sources":
        known = dict(sources)
        cited = [key.removeprefix("code.") for key in one.values if key.startswith("code.")]
        listed = {**known, **{code: code for code in cited if code not in known}}
        return [(code, reader.text(title), None) for code, title in listed.items()]
    if found.kind == "oui_non":
        return [(code, reader.say(f"reponse_{code}"), None) for code in found.codes]
    terms = reader.vocabulaire.listes.get(found.listing or "", {})
    options: list[tuple[str, Markup, Markup | None]] = []
    for code in found.codes:
        term = terms.get(code)
        words = reader.both(term.libelle) if term else reader.say(f"depot_code_{code}")
        meaning = reader.text(f"{term.definition} {term.frontiere}") if term else None
        options.append((code, words, meaning))
    typed = one.values.get("", "")
    if typed and typed not in found.codes and found.kind == "code":
        options.append((typed, reader.text(f"« {typed} »"), None))
    return options


def _example(reader: Reader, one: Input) -> Markup | None:
    """Return the value of the template, in words."""
    value = one.exemple
    if isinstance(value, dict):
        value = value.get("fr")
    if isinstance(value, list):
        value = " · ".join(str(part) for part in value)
    if value in (None, "") or one.champ.codes or one.champ.kind in ("groupe", "liste", "sources"):
        return None
    if str(value) in one.values.values():
        return None
    return reader.say("depot_exemple", exemple=reader.text(value))


def _reading(reader: Reader, lang: str, told: Reading, one: Input) -> tuple[Markup, Markup | None]:
    """Return how hard a text is to read, and the text with its long sentences marked."""
    text = one.values.get(lang if one.champ.kind == "bilingue" else "", "")
    words = reader.say(
        "depot_lecture_difficile" if told.difficile else "depot_lecture",
        mots=told.mots,
        phrases=told.phrases,
        lix=told.lix,
    )
    if not told.longues:
        return words, None
    marked, start = Markup(""), 0
    for first, last in told.longues:
        marked += escape(text[start:first])
        marked += Markup("<mark>{}</mark>").format(text[first:last])
        start = last
    return words, marked + escape(text[start:])
