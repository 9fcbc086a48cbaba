"""Whether the plain texts of a card can be read by the person the decision is about."""

from collections.abc import Iterator
from math import ceil

from register.checks.readability import (
    HARDEST,
    LONGEST_SENTENCE,
    Acronym,
    Readability,
    Sentence,
    measure,
)
from register.model.algorithm import Algorithm
from register.model.base import Bilingual
from register.model.card import Card
from register.model.citation import Path
from register.model.finding import Fault
from register.model.rule import Operation, RuleSet
from register.model.vocabulary import Vocabulary

Plain = tuple[str, Path, str, str]
"""File, path in the file, language, text."""

SENTENCES_OF_A_SUMMARY = 2

_IN_WORDS = ("description", "humain", "non_calculable", "decrit")


def plain_language(algorithm: Algorithm, vocabulaire: Vocabulary) -> Iterator[tuple[str, Fault]]:
    """Give (file, fault) for each plain text that is hard to read, of severity ``attention``.

    LISIBILITE-1: a sentence too long. LISIBILITE-2: a text too hard as a whole. LISIBILITE-3: an
    acronym that neither the text nor the glossary explains. LISIBILITE-4: a summary that is not
    two sentences.
    """
    explained = acronyms(vocabulaire)
    for file, path, lang, text in plain_texts(algorithm):
        told = measure(text, lang, explained)
        yield from ((file, _too_long(path, text, sentence)) for sentence in told.longues)
        if told.difficile:
            yield file, _too_hard(path, told)
        yield from ((file, _unexplained(path, text, acronym)) for acronym in told.sigles)
        if path[0] == "resume" and len(told.phrases) != SENTENCES_OF_A_SUMMARY:
            yield file, _not_two(path, told)


def acronyms(vocabulaire: Vocabulary) -> frozenset[str]:
    """Return the acronyms that the glossary explains wherever they stand."""
    words = vocabulaire.glossaire.values()
    return frozenset(form for word in words for form in word.formes if form.isupper())


def plain_texts(algorithm: Algorithm) -> Iterator[Plain]:
    """Give each text of the card that a person reads as a sentence: summary, path, help, steps."""
    for path, lang, text in _of_the_card(algorithm.card):
        yield "fiche.yaml", path, lang, text
    for rule in algorithm.regles:
        for path, lang, text in _of_the_rule(rule):
            yield f"regles/{rule.depuis}.yaml", path, lang, text


def _of_the_card(card: Card) -> Iterator[tuple[Path, str, str]]:
    yield from _both(("resume",), card.resume)
    if card.finalite:
        yield ("finalite", "texte"), "fr", card.finalite.texte
        if card.finalite.en:
            yield ("finalite", "en"), "en", card.finalite.en
    yield ("contribution", "mode"), "fr", card.contribution.mode
    for index, step in enumerate(card.parcours):
        yield ("parcours", index, "texte"), "fr", step.texte
    for index, datum in enumerate(card.donnees):
        yield from _both(("donnees", index, "question"), datum.question)
        yield from _both(("donnees", index, "aide"), datum.aide)


def _of_the_rule(rule: RuleSet) -> Iterator[tuple[Path, str, str]]:
    for index, operation in enumerate(rule.operations):
        yield from _of_the_operation(("operations", index), operation)


def _of_the_operation(path: Path, operation: Operation) -> Iterator[tuple[Path, str, str]]:
    for key in _IN_WORDS:
        yield from _both((*path, key), getattr(operation, key))
    for key in ("phrase", "phrase_ligne"):
        for index, phrase in enumerate(getattr(operation, key)):
            yield from _both((*path, key, index), phrase)


def _both(path: Path, words: Bilingual | None) -> Iterator[tuple[Path, str, str]]:
    if words:
        yield (*path, "fr"), "fr", words.fr
        if words.en:
            yield (*path, "en"), "en", words.en


def _too_long(path: Path, text: str, sentence: Sentence) -> Fault:
    message = f"une phrase de {sentence.mots} mots ; au-delà de {LONGEST_SENTENCE}, on s'y perd"
    return Fault(
        path,
        "LISIBILITE-1",
        message,
        "coupez-la en deux : une idée par phrase",
        "attention",
        offset=_visible(text, sentence.debut),
        length=sentence.fin - sentence.debut,
    )


def _too_hard(path: Path, told: Readability) -> Fault:
    message = (
        f"difficile à lire : indice LIX {ceil(told.lix)} ({round(told.mots_par_phrase)} mots par "
        f"phrase, {round(told.part_de_mots_longs)} mots longs sur cent), au-delà de {HARDEST}"
    )
    remedy = "raccourcissez les phrases et préférez les mots courants"
    return Fault(path, "LISIBILITE-2", message, remedy, "attention")


def _unexplained(path: Path, text: str, acronym: Acronym) -> Fault:
    return Fault(
        path,
        "LISIBILITE-3",
        f"le sigle « {acronym.sigle} » n'est expliqué ni ici ni dans le glossaire",
        "écrivez-le en entier, ou ajoutez-le à _vocabulaire/glossaire.yaml",
        "attention",
        offset=_visible(text, acronym.debut),
        length=len(acronym.sigle),
    )


def _not_two(path: Path, told: Readability) -> Fault:
    count = len(told.phrases)
    message = f"le résumé compte {count} phrase{'s' if count > 1 else ''}, on en attend deux"
    remedy = "une phrase sur ce que fait le calcul, une sur qui décide"
    return Fault(path, "LISIBILITE-4", message, remedy, "attention")


def _visible(text: str, position: int) -> int:
    """Return the visible characters of ``text`` before ``position``."""
    return sum(not character.isspace() for character in text[:position])
