"""From a draft to the screen of one question: what was answered, and what is said beside it."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from register.checks.plain_language import acronyms
from register.checks.readability import measure
from register.model.fields import Field
from register.model.finding import blocking
from register.model.questions import Question, asked
from register.model.vocabulary import Vocabulary
from register.render.filing import Standing, State
from register.render.filing_fields import Input, Item, Reading, Screen
from register.web.filing_answers import OTHER_FILES, UNKNOWN, at, items_of, name_of, path_of
from register.web.filing_draft import Draft, Path, Tree
from register.web.filing_findings import Told

MEASURED = frozenset(
    (
        "resume", "finalite.texte", "contribution.mode", "parcours.texte", "donnees.question",
        "donnees.aide", "operations.dit",
    )
)  # fmt: skip
"""The plain texts whose readability is shown as they are written."""

_TITLES = ("titre", "nom", "libelle", "article", "texte")


def screen(
    draft: Draft,
    question: Question,
    told: Told,
    vocabulaire: Vocabulary,
    template: Tree,
    *,
    more: bool = False,
    quiet: bool = False,
) -> Screen:
    """Return one question of a draft; ``template`` gives the examples.

    ``more`` adds an empty item to its list; ``quiet`` keeps what is missing unsaid, on a screen
    the person has not answered yet.
    """
    tree, words = draft.tree, acronyms(vocabulaire)
    whole = draft.kept_whole(question)
    fields = () if whole else asked(question)

    def shown(field: Field, rank: int | None = None) -> Input:
        path = path_of(field, rank)
        values = values_of(field, at(tree, path))
        readable = field.key in MEASURED
        return Input(
            name_of(path),
            field,
            values,
            () if quiet or field.kind in ("groupe", "liste") else told.beside(path),
            at(template, path_of(field, 0 if field.within else None)),
            _readings(field, values, words) if readable else {},
        )

    own = [field for field in fields if not question.each or field.within != question.each]
    inputs = tuple(shown(field) for field in own if field.kind != "liste")
    items = _items(tree, question, shown, more=more)
    beside = {found for one in inputs for found in one.constats}
    beside |= {found for item in items for one in item.inputs for found in one.constats}
    about = () if quiet else tuple(one for one in told.about(question) if one not in beside)
    kept = (whole, draft.files.get(whole, "")) if whole in draft.files else None
    return Screen(question, inputs, items, about, kept)


def _items(
    tree: Tree, question: Question, shown: Callable[[Field, int], Input], *, more: bool
) -> tuple[Item, ...]:
    if not question.each or (question.each not in tree and question.each in OTHER_FILES):
        return ()
    fields = [field for field in asked(question) if field.within == question.each]
    held = items_of(tree, question)
    count = len(held) + (1 if more or not held else 0)
    return tuple(
        Item(
            rank,
            _title(held[rank]) if rank < len(held) else "",
            tuple(shown(field, rank) for field in fields),
        )
        for rank in range(count)
    )


def _title(item: object) -> str:
    if not isinstance(item, dict):
        return ""
    told = (item.get(name) for name in _TITLES)
    words = (said.get("fr") if isinstance(said, dict) else said for said in told)
    return next((said for said in words if isinstance(said, str)), "")


def values_of(field: Field, held: object) -> Mapping[str, str]:
    """Return what a field holds, by part of its name: ``fr``, ``en``, ``code.x``, ``inconnu``.

    >>> values_of(Field("nom", "bilingue", True, False), {"fr": "Cantine"})
    {'fr': 'Cantine'}
    >>> values_of(Field("droits.recours", "codes", True, False), ["gracieux"])
    {'code.gracieux': 'oui'}
    """
    if isinstance(held, dict):
        return {key: _text(item) for key, item in held.items() if not isinstance(item, dict | list)}
    if isinstance(held, list):
        if field.kind == "textes":
            return {"": "\n".join(map(_text, held))}
        return {f"code.{_text(one)}": "oui" for one in held}
    if field.kind == "sources" and held is not None:
        return {f"code.{_text(held)}": "oui"}
    return {} if held is None else {"fr" if field.kind == "bilingue" else "": _text(held)}


def _text(held: object) -> str:
    return f"{held:f}" if isinstance(held, Decimal) else "" if held is None else str(held)


def _readings(
    field: Field, values: Mapping[str, str], explained: frozenset[str]
) -> dict[str, Reading]:
    texts = {lang: values.get(lang, "") for lang in ("fr", "en")}
    if field.kind != "bilingue":
        texts = {"fr": values.get("", "")}
    return {lang: _reading(text, lang, explained) for lang, text in texts.items() if text.strip()}


def _reading(text: str, lang: str, explained: frozenset[str]) -> Reading:
    found = measure(text, lang, explained)
    return Reading(
        found.mots,
        len(found.phrases),
        round(found.lix),
        found.difficile,
        tuple((one.debut, one.fin) for one in found.longues),
    )


def standing(draft: Draft, told: Told, sources: Sequence[tuple[str, str]]) -> Standing:
    """Return where each question of a draft stands, and what the page must carry along.

    ``sources`` are the ids and titles its answers may cite.
    """
    states = []
    for question in draft.questions:
        about = told.about(question)
        stopping = len(blocking(about))
        said = answered_before(draft, question)
        state: State = "vide" if not said else "fautif" if stopping else "commence"
        if said and not about:
            state = "fait"
        states.append((question, state, stopping))
    carried = [(f"fichier:{name}", text) for name, text in draft.files.items()]
    if draft.partage:
        carried.append(("partage", draft.partage))
    return Standing(states, carried, sources, draft.partage)


def answered_before(draft: Draft, question: Question) -> bool:
    """Return whether something was already said on a question."""
    if draft.kept_whole(question):
        return True
    return any(at(draft.tree, path) not in (None, "", [], {}) for path in _paths(question))


def _paths(question: Question) -> Sequence[Path]:
    keys = [field.key for field in asked(question) if field.kind != "groupe" and not field.within]
    groups = [f"{field.key}.{UNKNOWN}" for field in asked(question) if field.kind == "groupe"]
    return [tuple(key.split(".")) for key in [*keys, *groups]]
