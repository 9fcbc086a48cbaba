"""Groups of values → steps of the explanation, months and persons folded."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial

from explainers.openfisca.chapters import Chapter, Group
from explainers.openfisca.expressions import Expression, Read, opposite, reads
from explainers.openfisca.moments import run_words
from explainers.openfisca.rerun import elements
from explainers.openfisca.slicing import Kept, at
from explainers.openfisca.telling import Teller
from explainers.openfisca.words import Words
from explainers.printed import LANGS
from explainers.program import reference
from register.model.base import Bilingual, Reference
from register.model.card import Source
from register.model.explanation import Given, Step, StepKind, StepLine
from register.model.openfisca import Sentence
from register.model.rule import Operation

_EACH = Bilingual(
    fr="Un calcul par personne ou par période.", en="One computation per person or period."
)
_UNUSED = Bilingual(fr="sans effet sur ce résultat", en="no effect on this result")
_IDLE = Bilingual(
    fr="Dans votre situation, le résultat n'en dépend pas.",
    en="In your situation, the result does not depend on it.",
)


def _on_days(one: Expression) -> bool:
    """Whether an operation adds or takes off days: its sentence says it better than signs."""
    if one.op in ("+", "-", "moins") and any(isinstance(arg.value, str) for arg in one.args):
        return True
    return any(_on_days(arg) for arg in one.args)


class StepWriter:
    """Writes the steps of one explanation; ``owners`` names the persons of a household."""

    def __init__(
        self,
        words: Words,
        cited: Mapping[str, Source],
        owners: Mapping[str, tuple[Bilingual, ...]],
        opposite: str | None = None,
        aside: Callable[[str], Kept | None] = lambda _: None,
        langs: Sequence[str] = LANGS,
    ) -> None:
        self.words = words
        self.cited = cited
        self.owners = owners
        self.opposite = opposite
        self.aside = aside
        self.langs = langs
        self.tellers = {lang: Teller(words, lang) for lang in langs}
        self.named = Teller(words, "fr", named=True)
        self._with_numbers: dict[Kept, Bilingual | None] = {}

    def chapter(self, chapter: Chapter) -> Iterator[Step]:
        """Yield the steps of a chapter, its own value first."""
        operation = chapter.operation
        for group in chapter.others:
            step = self._step(group, f"{operation.id}.{group.variable}")
            yield step.model_copy(update={"chapitre": operation.id})
        if chapter.own is None:
            yield self._idle(operation)
            return
        step = self._step(chapter.own, operation.id)
        grounds = reference(operation.fondement, self.cited)
        own: dict[str, object] = {"nom": operation.nom, "chapitre": operation.id}
        if operation.unite is not None:
            own["unite"] = operation.unite
        if step.phrase is None:
            own["phrase"] = operation.decrit
        yield step.model_copy(update={**own, "fondement": step.fondement or grounds})

    def _idle(self, operation: Operation) -> Step:
        """Return a step that this result did not depend on, or that no program carries out."""
        told = operation.humain or operation.non_calculable
        kinds: dict[str, StepKind] = {"humain": "humain", "non_calculable": "non_calculable"}
        kept = self.aside(operation.variables[0]) if operation.variables else None
        return Step(
            id=operation.id,
            nom=operation.nom,
            nature=kinds.get(operation.body, "calcul"),
            formule=None,
            avec_nombres=None,
            valeur=self.value(kept) if kept else None,
            affichage=self.said(kept) if kept else (told or _UNUSED),
            unite=operation.unite,
            fondement=reference(operation.fondement, self.cited),
            phrase=None if told else (self._sentence(kept) if kept else None) or _IDLE,
            utilisee=told is not None,
            chapitre=operation.id,
            variable=operation.variables[0] if operation.variables else None,
        )

    def _step(self, group: Group, step_id: str) -> Step:
        value, shown = self._values(group)
        first = group.kept[0]
        same = self._same_operation(group)
        lines = () if len(group.kept) == 1 else tuple(self._lines(group))
        return Step(
            id=step_id,
            nom=self.words.name(group.variable),
            nature="condition" if isinstance(first.value, bool) else "calcul",
            formule=self._formula(first),
            avec_nombres=self._numbers(first) if same else None,
            valeur=value,
            affichage=shown,
            unite=self.words.unit(group.variable),
            fondement=self._grounds(group.variable),
            phrase=_EACH if len(lines) > 1 else self._sentence(first),
            lignes=lines if len(lines) > 1 else (),
            variable=group.variable,
            details=tuple(self._step(one, f"{step_id}.{one.variable}") for one in group.details),
        )

    def _grounds(self, variable: str) -> Reference | None:
        word = self.words.word(variable)
        return reference(word.fondement, self.cited) if word is not None else None

    def _formula(self, kept: Kept) -> str | None:
        if kept.made is None:
            return None
        return self.named.operation(self._main(kept), kept.made.conditions) or None

    def _numbers(self, kept: Kept) -> Bilingual | None:
        """Return the operation with its numbers; nothing where a value is only handed on."""
        if kept not in self._with_numbers:
            self._with_numbers[kept] = self._told_with_numbers(kept)
        return self._with_numbers[kept]

    def _told_with_numbers(self, kept: Kept) -> Bilingual | None:
        made = kept.made
        if made is None:
            return None
        main = self._main(kept)
        handed_on = main.op in ("variable", "constante") and not made.conditions
        if handed_on or _on_days(main):
            return None
        told = [self.tellers[lang].operation(main, made.conditions) for lang in self.langs]
        return self._told(dict(zip(self.langs, told, strict=True))) if all(told) else None

    def _main(self, kept: Kept) -> Expression:
        """Return what gave a value, as it is counted here: the opposite of the model's amount."""
        assert kept.made is not None  # noqa: S101 — asked where something made the value
        main = kept.made.main
        return opposite(main) if kept.name == self.opposite else main

    def _told(self, words: Mapping[str, str]) -> Bilingual:
        """Return words told in the languages asked for, French always among them."""
        return Bilingual(fr=words["fr"], en=words.get("en"))

    def _same_operation(self, group: Group) -> bool:
        told = {(str(self._numbers(one)), str(one.value)) for one in group.kept}
        return len(told) == 1

    def _values(self, group: Group) -> tuple[Given, Bilingual]:
        """Return the value of a step: one, or one per period and person where they differ."""
        values = [self.value(one) for one in group.kept]
        if len(set(values)) == 1:
            return values[0], self.said(group.kept[0])
        told = {self._key(one): value for one, value in zip(group.kept, values, strict=True)}
        return told, Bilingual(fr=f"{len(values)} valeurs", en=f"{len(values)} values")

    def _key(self, kept: Kept) -> str:
        owner = self._owner(kept)
        return f"{kept.period} {owner.fr}" if owner else kept.period

    def value(self, kept: Kept) -> Decimal | str | None:
        """Return a value kept as it leaves the engine, an amount to pay as positive."""
        value = self.words.value(kept.name, kept.value)
        if kept.name == self.opposite and isinstance(value, Decimal):
            return -value or Decimal(0)
        return value

    def said(self, kept: Kept) -> Bilingual:
        """Return a value kept in words."""
        value = kept.value
        if kept.name == self.opposite and not isinstance(value, str):
            value = -value
        return self._told({lang: self.words.told(kept.name, value, lang) for lang in self.langs})

    def _owner(self, kept: Kept) -> Bilingual | None:
        names = self.owners.get(self.words.system.get_variable(kept.name).entity.key, ())
        return names[kept.place] if len(names) > 1 else None

    def _lines(self, group: Group) -> Iterator[StepLine]:
        """Yield one line per person and run of periods that have the same value."""
        by_owner: dict[int, list[Kept]] = {}
        for kept in sorted(group.kept, key=lambda one: (one.place, one.period)):
            by_owner.setdefault(kept.place, []).append(kept)
        for kept_of in by_owner.values():
            run: list[Kept] = []
            for kept in kept_of:
                if run and self.value(run[0]) != self.value(kept):
                    yield self._line(run)
                    run = []
                run.append(kept)
            yield self._line(run)

    def _line(self, run: list[Kept]) -> StepLine:
        first = run[0]
        owner = self._owner(first)
        whose = {lang: self._run_of(run, owner, lang) for lang in self.langs}
        return StepLine(
            cle=self._key(first),
            nom=self._told(whose),
            avec_nombres=self._numbers(first),
            valeur=self.value(first),
            affichage=self.said(first),
            utilisee=True,
            phrase=self._sentence(first),
        )

    def _run_of(self, run: list[Kept], owner: Bilingual | None, lang: str) -> str:
        """Return whose values a line tells, and over which periods."""
        when = run_words(run[0].period, run[-1].period, lang)
        if owner is None:
            return when or "—"
        return f"{owner.get(lang)}, {when}" if when else owner.get(lang)

    def _sentence(self, kept: Kept) -> Bilingual | None:
        """Return the lexicon's first sentence that holds and whose names were all read."""
        word = self.words.word(kept.name)
        if word is None:
            return None
        known = self._known(kept)
        for sentence in word.phrase:
            if _holds(sentence, kept.value):
                told = {lang: _filled(sentence.get(lang), known[lang]) for lang in self.langs}
                if None not in told.values():
                    return self._told({lang: str(text) for lang, text in told.items()})
        return None

    def _known(self, kept: Kept) -> dict[str, "_Names"]:
        """Return the values that a sentence may name, by variable, in each language."""
        said = self.said(kept)
        found: dict[str, Read] = {}
        if kept.made is not None:
            for one in (kept.made.main, *kept.made.conditions):
                for read in reads(one):
                    found.setdefault(read.event.name, read)
        return {
            lang: _Names(partial(self._read_in_words, found, lang), valeur=said.get(lang))
            for lang in self.langs
        }

    def _read_in_words(self, found: Mapping[str, Read], lang: str, name: str) -> str:
        event, place = at(found[name])
        value = elements(event.value, self.words.system.get_variable(name))[place]
        return self.words.told(name, value, lang)


class _Names(dict[str, str]):
    """Words by name; those that a sentence does not use are never looked for."""

    def __init__(self, told: Callable[[str], str], **known: str) -> None:
        super().__init__(known)
        self.told = told

    def __missing__(self, name: str) -> str:
        self[name] = self.told(name)
        return self[name]


def _holds(sentence: Sentence, value: object) -> bool:
    return {
        None: True,
        "zero": value == 0,
        "non_zero": value != 0,
        "oui": value is True,
        "non": value is False,
    }[sentence.si]


def _filled(text: str, known: Mapping[str, str]) -> str | None:
    try:
        return text.format_map(known)
    except (KeyError, ValueError, IndexError):
        return None
