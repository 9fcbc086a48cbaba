"""The numbers a monograph quotes, each with the answers and the command that find it again."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import simplejson
from markupsafe import Markup

from register.model.algorithm import Algorithm
from register.model.story import Measure, as_case
from register.render.environment import fill
from register.render.names import Names
from register.render.reader import Reader


def measures(reader: Reader, algorithm: Algorithm, legend: str) -> Markup:
    """Return the table of what was computed and what came out, and how to compute it again."""
    cases = dict(algorithm.cas)
    told = []
    for measure in algorithm.monographie.mesures:
        case = as_case(measure, cases)
        if case is not None:
            names = Names(reader, algorithm, algorithm.rule_on(case.date))
            told.append(
                {
                    "texte": reader.both(measure.texte),
                    "date": case.date,
                    "situation": simplejson.dumps(case.situation, ensure_ascii=False),
                    "trouve": list(_found(names, measure)),
                }
            )
    return fill("measures.html", r=reader, fiche=algorithm.id, legende=legend, mesures=told)


def _found(names: Names, measure: Measure) -> Iterator[Mapping[str, Markup]]:
    """Yield what each operation named gave, with its unit, then the result."""
    rule = names.rule
    units = {one.id: one.unite for one in rule.operations} if rule else {}
    for name, value in measure.etapes.items():
        for path, leaf in _leaves(value):
            words = Markup(", ").join([names.label(name), *(names.code(code) for code in path)])
            yield {"nom": words, "valeur": _written(names, leaf, units.get(name))}
    outcome = measure.resultat
    if outcome is None:
        return
    if outcome.non_calculable is not None:
        said = names.reader.mark("inconnu", names.reader.say("op_non_calculable"))
        yield {"nom": names.label(outcome.non_calculable), "valeur": said}
        return
    unit = units.get(rule.resultat.operation) if rule and rule.resultat else None
    for path, leaf in _leaves(outcome.valeur):
        words = Markup(", ").join(names.code(code) for code in path)
        yield {"nom": words, "valeur": _written(names, leaf, unit)}


def _written(names: Names, value: object, unit: str | None) -> Markup:
    if isinstance(value, int) and not isinstance(value, bool):
        value = Decimal(value)
    if isinstance(value, Decimal):
        return names.reader.value(value, unit)
    return names.code(str(value))


def _leaves(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    if isinstance(value, Mapping):
        for code, inner in value.items():
            yield from _leaves(inner, (*path, str(code)))
    else:
        yield path, value
