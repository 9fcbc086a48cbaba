"""One reader of one card: every value written as safe HTML in the reader's language."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from register.model.base import Bilingual, Reference, Unknown
from register.model.card import Card, Source
from register.model.explanation import Value
from register.model.vocabulary import Vocabulary
from register.model.wording import write_day, write_value
from register.render.words import Lang, word

Mark = Literal["calcule", "humain", "inconnu", "retenu"]
"""The four marks: a square, a disc, a dashed ring, a hatched square; always beside words."""

_BEFORE = re.compile(r" (?=[;:!?»])")
_AFTER = re.compile(r"« ")

LEGIFRANCE = "https://www.legifrance.gouv.fr/codes/article_lc/"
"""Where an article version is read, by its LEGIARTI identifier."""


def spaced(french: str) -> str:
    """Return French text that keeps double punctuation on the line of its word."""
    return _AFTER.sub("«\u00a0", _BEFORE.sub("\u00a0", french))


@dataclass(frozen=True)
class Reader:
    """Writes the values of ``card`` for a person who reads ``lang``."""

    lang: Lang
    vocabulaire: Vocabulary
    card: Card | None = None

    def say(self, key: str, **values: object) -> Markup:
        """Return the interface words of ``key``, with ``values`` escaped in their places."""
        return self.pattern(key).format(**values)

    def pattern(self, key: str) -> Markup:
        """Return the interface words of ``key`` with their places still empty."""
        return Markup(word(key, self.lang))  # noqa: S704 - our own words

    def text(self, french: object) -> Markup:
        """Return a contributor's French text, marked as French on an English page."""
        return self._in_french(escape(spaced(str(french))))

    def both(self, words: Bilingual) -> Markup:
        """Return a bilingual text; its French, marked as such, where English is missing."""
        if self.lang == "en" and words.en:
            return escape(words.en)
        return self.text(words.fr)

    def facet(self, name: str, label: str) -> Markup:
        """Return the words of a facet; those that cards write are in French."""
        return self.text(label) if name in ("administration", "territoire") else escape(label)

    def code(self, listing: str, code: str) -> Markup:
        """Return the words of a vocabulary code."""
        return escape(self.vocabulaire.label(listing, code, self.lang))

    def day(self, day: dt.date) -> Markup:
        """Return a day in words, machine-readable too."""
        words = write_day(day, self.lang)
        return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), words)

    def value(self, value: Value, unit: str | None) -> Markup:
        """Return a value with its unit, as the vocabulary writes it."""
        return escape(write_value(value, unit, self.lang, self.vocabulaire))

    def unit(self, base: str) -> Markup:
        """Return the words of a base unit, in the plural."""
        words = self.vocabulaire.unites[base]
        forms = words.en if self.lang == "en" else words.fr
        return escape(forms[-1].replace("{}", "").strip() or base)

    def mark(self, mark: Mark, words: object) -> Markup:
        """Return ``words`` beside one of the four marks."""
        return Markup('<span class="marque {}">{}</span>').format(mark, words)

    def unknown(self, unknown: Unknown) -> Markup:
        """Return the admission that a thing is unknown, with what was searched."""
        return Markup("{} <span>({})</span>").format(
            self.mark("inconnu", self.say("inconnu")), self.text(unknown.inconnu)
        )

    def missing(self) -> Markup:
        """Return the words for what the card does not say yet."""
        return self.mark("inconnu", self.say("a_completer"))

    def link(self, url: str, words: object) -> Markup:
        """Return a link to a web or mail address; the words alone for any other address."""
        if not url.startswith(("https://", "http://", "mailto:")):
            return escape(words)
        return Markup('<a href="{}" rel="noopener">{}</a>').format(url, words)

    def cites(self, ids: Sequence[str]) -> Markup:
        """Return the numbers of the cited sources as links, and « non vérifié » where it applies.

        A statement is not verified when every source it cites is reported by another one.
        """
        known = self._known(ids)
        if not known:
            return Markup("")
        links = Markup(", ").join(
            Markup('<a href="#source-{}" title="{}"{}>{}</a>').format(
                source.id, source.titre, self._french, rank
            )
            for rank, source in known
        )
        lead = self.say("source" if len(known) == 1 else "sources_courtes")
        return Markup(' <span class="src">{} {}</span>{}').format(
            lead, links, self._not_verified(known)
        )

    def titles(self, ids: Sequence[str]) -> Markup:
        """Return the titles of the cited sources as links to the list of sources."""
        known = self._known(ids)
        links = Markup(" ; ").join(
            Markup('<a href="#source-{}">{}</a>').format(source.id, self.text(source.titre))
            for _, source in known
        )
        return links + self._not_verified(known)

    def reference(self, reference: Reference) -> Markup:
        """Return a text of law, linked to its version on Légifrance when its id is known."""
        return Markup("{}{}{}").format(
            self.article(reference), self._newer(reference), self.cites(reference.source)
        )

    def cited(self, reference: Reference, page: str) -> Markup:
        """Return a text of law away from the card: linked to it, or to the sources on ``page``."""
        known = self._known(reference.source)
        words = self.article(reference)
        if known and not self._address(reference):
            words = Markup('<a href="{}#source-{}">{}</a>').format(page, known[0][1].id, words)
        return words + self._newer(reference) + self._not_verified(known)

    def article(self, reference: Reference) -> Markup:
        """Return the name of a text of law, with its link and nothing else."""
        words = reference.article
        if reference.code and reference.code.casefold() not in words.casefold():
            words = f"{reference.code}, {words}"
        url = self._address(reference)
        return self.link(url, self.text(words)) if url else self.text(words)

    def grounds(self, grounds: Reference | tuple[str, ...] | None) -> Markup:
        """Return what a value or an operation stands on; « à compléter » where nothing is said."""
        if isinstance(grounds, Reference):
            return self.reference(grounds)
        return self.titles(grounds) if grounds else self.missing()

    def _address(self, reference: Reference) -> str | None:
        if reference.url is None and isinstance(reference.legiarti, str):
            return LEGIFRANCE + reference.legiarti
        return reference.url

    def _newer(self, reference: Reference) -> Markup:
        newer = reference.version_plus_recente
        if newer is None:
            return Markup("")
        said = self.say("ref_plus_recente", jour=self.day(newer.depuis))
        return Markup(" {}").format(self.mark("inconnu", said))

    def _known(self, ids: Sequence[str]) -> list[tuple[int, Source]]:
        """The cited sources the card lists, each with its number there."""
        if self.card is None:
            return []
        numbered = {s.id: (rank, s) for rank, s in enumerate(self.card.sources, start=1)}
        return [numbered[identifier] for identifier in ids if identifier in numbered]

    def _not_verified(self, known: Sequence[tuple[int, Source]]) -> Markup:
        if not known or any(source.fiabilite == "lue" for _, source in known):
            return Markup("")
        return Markup(" {}").format(self.mark("inconnu", self.say("non_verifie")))

    def _in_french(self, words: Markup) -> Markup:
        return words if self.lang == "fr" else Markup('<span lang="fr">{}</span>').format(words)

    @property
    def _french(self) -> Markup:
        return Markup("") if self.lang == "fr" else Markup(' lang="fr"')
