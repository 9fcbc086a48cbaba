"""3°: the parameters of the model as they stood: since when, before, where from, last checked."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openfisca_core.parameters import Parameter, ParameterScale

from register.model.base import Bilingual, Reference
from register.model.explanation import UsedParameter, Value
from register.model.openfisca import ParameterWord
from register.model.vocabulary import Vocabulary
from register.model.wording import write_value

_SOURCE = "https://github.com/openfisca/openfisca-france/tree/master/openfisca_france/parameters/"


@dataclass(frozen=True)
class Found:
    """What the model says of a parameter at an instant."""

    node: Any
    instant: str

    @property
    def changes(self) -> list[str]:
        """The days on which the parameter changed, from the last before the instant."""
        return sorted({day for day in _days(self.node) if day <= self.instant}, reverse=True)


def _days(node: Any) -> Iterator[str]:
    if isinstance(node, ParameterScale):
        for bracket in node.brackets:
            for child in bracket.children.values():
                yield from (value.instant_str for value in child.values_list)
    elif isinstance(node, Parameter):
        yield from (value.instant_str for value in node.values_list)


def find(system: Any, path: str) -> Any:
    """Return the parameter of the model at ``path``; ``None`` where it is made while it runs."""
    node = system.parameters
    for name in path.split("."):
        node = getattr(node, "children", {}).get(name)
        if node is None:
            return None
    return node if isinstance(node, Parameter | ParameterScale) else None


def unit_of(node: Any, word: ParameterWord | None) -> str | None:
    """Return the unit in which a parameter is told: ``%`` for the model's rates."""
    if word is not None and word.unite is not None:
        return word.unite
    metadata: Mapping[str, Any] = getattr(node, "metadata", None) or {}
    unit = str(metadata.get("unit") or metadata.get("threshold_unit") or "")
    if unit == "/1":
        return "%"
    return "EUR" if unit.startswith("currency") else None


def label_of(node: Any, path: str, word: ParameterWord | None) -> Bilingual:
    """Return the words of a parameter: the lexicon's, else the model's."""
    if word is not None:
        return word.libelle
    metadata: Mapping[str, Any] = getattr(node, "metadata", None) or {}
    described = getattr(node, "description", None) or metadata.get("short_label") or path
    english = metadata.get("label_en")
    return Bilingual(fr=str(described), en=str(english) if english else None)


class ParameterWriter:
    """Writes the parameters that an explanation used."""

    def __init__(
        self,
        system: Any,
        words: Mapping[str, ParameterWord],
        vocabulary: Vocabulary,
    ) -> None:
        self.system = system
        self.words = words
        self.vocabulary = vocabulary

    def used(self, path: str, instant: str) -> UsedParameter | None:
        """Return the parameter as it stood; ``None`` where the model makes it while it runs."""
        node = find(self.system, path)
        if node is None:
            return None
        found = Found(node, instant)
        changes = found.changes
        if not changes:
            return None
        word = self.words.get(path)
        unit = unit_of(node, word)
        since = changes[0]
        value, shown = self._value(node, instant, unit)
        return UsedParameter(
            id=path,
            libelle=label_of(node, path, word),
            valeur=value,
            affichage=shown,
            unite=unit,
            depuis=dt.date.fromisoformat(since),
            jusqu_a=_end(node, instant),
            verifie_le=_checked(node),
            precedente=self._previous(node, changes, value, unit),
            source=_reference(node, path, since),
        )

    def _value(self, node: Any, instant: str, unit: str | None) -> tuple[Value, Bilingual]:
        at = node(instant)
        if not isinstance(node, ParameterScale):
            value = exact(at, unit)
            fr, en = (write_value(value, unit, lang, self.vocabulary) for lang in ("fr", "en"))
            return value, Bilingual(fr=fr, en=en)
        rates = getattr(at, "rates", None) or getattr(at, "amounts", [])
        brackets: dict[str, Any] = {}
        percent = "%" if hasattr(at, "rates") else unit
        told = {"fr": [], "en": []}  # type: dict[str, list[str]]
        for threshold, rate in zip(at.thresholds, rates, strict=False):
            low, share = exact(threshold, unit), exact(rate, percent)
            brackets[format(low, "f") if isinstance(low, Decimal) else str(low)] = share
            for lang, link in (("fr", "dès"), ("en", "from")):
                written = write_value(share, percent, lang, self.vocabulary)
                floor = write_value(low, unit, lang, self.vocabulary)
                told[lang].append(f"{written} {link} {floor}")
        return brackets, Bilingual(fr=" ; ".join(told["fr"]), en="; ".join(told["en"]))

    def _previous(
        self,
        node: Any,
        changes: list[str],
        current: Value,
        unit: str | None,
    ) -> Bilingual | None:
        for day in changes[1:]:
            value, shown = self._value(node, day, unit)
            if value is not None and value != current:
                return shown
        return None


def exact(value: Any, unit: str | None) -> Decimal | str | None:
    """Return a value of the model exactly as it is written there; a rate as a percentage."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if not isinstance(value, int | float):
        return None if value is None else str(value)
    number = Decimal(repr(value))
    return number * 100 if unit == "%" else number


def _end(node: Any, instant: str) -> dt.date | None:
    later = [day for day in _days(node) if day > instant]
    return dt.date.fromisoformat(min(later)) - dt.timedelta(days=1) if later else None


def _checked(node: Any) -> dt.date | None:
    said = (node.metadata or {}).get("last_value_still_valid_on")
    try:
        return dt.date.fromisoformat(str(said))
    except ValueError:
        return None


def _reference(node: Any, path: str, since: str) -> Reference:
    """Return what the model cites for the value; the model itself where it cites nothing."""
    cited = (node.metadata or {}).get("reference")
    if isinstance(cited, dict):
        known = [day for day in sorted(cited) if day <= since]
        cited = cited[known[-1]] if known else None
    listed = cited if isinstance(cited, list) else [cited]
    titles = [_cited(one) for one in listed if one]
    titles = [one for one in titles if one[0]]
    if not titles:
        folder = path.rsplit(".", 1)[0].replace(".", "/")
        article = "OpenFisca-France (le modèle ne cite pas de texte pour cette valeur)"
        return Reference(article=article, url=_SOURCE + folder)
    url = next((link for _, link in titles if link), None)
    return Reference(article=" ; ".join(title for title, _ in titles), url=url)


def _cited(one: Any) -> tuple[str, str | None]:
    if isinstance(one, dict):
        link = one.get("href")
        sound = isinstance(link, str) and link.startswith("http") and " " not in link
        return str(one.get("title") or link or ""), (str(link)[:500] if sound else None)
    text = str(one)
    return text, (text if text.startswith("http") and " " not in text else None)
