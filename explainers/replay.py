"""A receipt computed again: identical, or which step differs and why."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import simplejson

from explainers.explain import explain
from explainers.receipt import as_json
from register.model.algorithm import Algorithm
from register.model.explanation import Explanation
from register.model.vocabulary import Vocabulary
from register.model.wording import write_value


class ReceiptUnreadable(ValueError):
    """This is not a receipt of the register; the message says what is missing, in French."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt says: which card, which day, which answers, and all that was computed."""

    card_id: str
    day: dt.date
    situation: Mapping[str, object]
    content: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Replay:
    """What computing a receipt again gives: the differences in order, then their causes.

    Each is a sentence in French; without a difference, a cause only tells what changed since.
    """

    differences: tuple[str, ...]
    causes: tuple[str, ...]

    @property
    def identical(self) -> bool:
        """Whether every step and the result are the same."""
        return not self.differences


def read_receipt(text: str) -> Receipt:
    """Return the receipt written in ``text``.

    Raises:
        ReceiptUnreadable: not JSON, or a key of a receipt is missing.

    """
    try:
        content = simplejson.loads(text, use_decimal=True)
    except (ValueError, RecursionError):
        raise ReceiptUnreadable("ce n'est pas du JSON lisible") from None
    if not isinstance(content, dict):
        raise ReceiptUnreadable("ce n'est pas un reçu : un objet JSON est attendu")
    for key, kind in (("fiche", str), ("date", str), ("situation", dict), ("etapes", list),
                      ("resultat", dict), ("version", dict), ("moteur", dict)):  # fmt: skip
        if not isinstance(content.get(key), kind):
            raise ReceiptUnreadable(f"ce n'est pas un reçu : « {key} » manque")
    try:
        day = dt.date.fromisoformat(content["date"])
    except ValueError:
        raise ReceiptUnreadable("la date du reçu n'est pas un jour AAAA-MM-JJ") from None
    return Receipt(content["fiche"], day, content["situation"], content)


def replay(algorithm: Algorithm, vocabulaire: Vocabulary, receipt: Receipt) -> Replay:
    """Return how ``receipt`` compares with the same answers computed today.

    Raises:
        SituationRefused: today's rule no longer admits the answers.

    """
    done = explain(algorithm, vocabulaire, receipt.situation, receipt.day)
    today = simplejson.loads(as_json(done), use_decimal=True)
    return Replay(
        tuple(_differences(receipt.content, today, vocabulaire)),
        tuple(_causes(receipt.content, done)),
    )


def _differences(
    old: Mapping[str, object], new: Mapping[str, object], vocabulaire: Vocabulary
) -> Iterator[str]:
    before, after = _steps(old), _steps(new)
    for name in (*before, *(name for name in after if name not in before)):
        if name not in after:
            yield f"étape {_named(name, before[name])} : elle n'existe plus"
        elif name not in before:
            yield f"étape {_named(name, after[name])} : elle n'existait pas"
        elif _value(before[name]) != _value(after[name]):
            differs = _differs(before[name], after[name], vocabulaire)
            yield f"étape {_named(name, after[name])} : {differs}"
    was, now = old["resultat"], new["resultat"]
    if isinstance(was, dict) and isinstance(now, dict) and _value(was) != _value(now):
        yield f"résultat : {_differs(was, now, vocabulaire)}"


def _named(step_id: str, step: Mapping[str, object]) -> str:
    """Return what a step is called, then its id."""
    name = step.get("nom")
    words = name.get("fr") if isinstance(name, dict) else None
    return f"« {words} » ({step_id})" if words else step_id


def _steps(content: Mapping[str, object]) -> dict[str, Mapping[str, object]]:
    steps = content["etapes"]
    found = [one for one in steps if isinstance(one, dict)] if isinstance(steps, list) else []
    return {str(one.get("id")): one for one in found}


def _value(step: Mapping[str, object]) -> tuple[object, object]:
    return step.get("valeur"), step.get("unite")


def _differs(was: Mapping[str, object], now: Mapping[str, object], vocabulaire: Vocabulary) -> str:
    """Return both values in words; as they stand where the unit or the words would not tell."""
    (before, unit), (after, today) = _value(was), _value(now)
    if isinstance(before, dict) and isinstance(after, dict):
        places = [one for one in {**before, **after} if before.get(one) != after.get(one)]
        before, after = ({one: values.get(one) for one in places} for values in (before, after))
    told = [_told(before, unit), _told(after, today)]
    if unit == today:
        words = [_in_words(value, today, vocabulaire) for value in (before, after)]
        told = words if words[0] != words[1] else told
    return f"{told[0]} sur le reçu, {told[1]} calculé"


def _in_words(value: object, unit: object, vocabulaire: Vocabulary) -> str:
    if isinstance(value, dict):
        parts = (f"{one} : {_in_words(own, unit, vocabulaire)}" for one, own in value.items())
        return " ; ".join(parts)
    number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    if not number:
        return _told(value, None)
    return write_value(Decimal(str(value)), str(unit) if unit else None, "fr", vocabulaire)


def _told(value: object, unit: object) -> str:
    if value is None:
        return "aucune valeur"
    if isinstance(value, dict):
        return simplejson.dumps(value, use_decimal=True, ensure_ascii=False)
    return f"{value} {unit}" if unit else str(value)


def _causes(old: Mapping[str, object], done: Explanation) -> Iterator[str]:
    version, engine = old["version"], old["moteur"]
    if isinstance(version, dict):
        rule = done.version.regle.isoformat() if done.version.regle else None
        if version.get("regle") != rule:
            was = version.get("regle")
            yield f"règle : celle du {was} sur le reçu, celle du {rule} aujourd'hui"
        files = version.get("fichiers")
        yield from _files(files if isinstance(files, dict) else {}, done.version.fichiers)
    if isinstance(engine, dict):
        was = f"{engine.get('nom')} {engine.get('version')}"
        now = f"{done.moteur.nom} {done.moteur.version}"
        if was != now:
            yield f"moteur : {was} sur le reçu, {now} aujourd'hui"


def _files(old: Mapping[str, object], new: Mapping[str, str]) -> Iterator[str]:
    for name in sorted({*old, *new}):
        was, now = str(old.get(name) or "absent"), new.get(name, "absent")
        if was != now:
            yield f"{name} : empreinte {was[:12]} sur le reçu, {now[:12]} aujourd'hui"
