"""The keys a model admits, one by one: what each holds, drawn from the model itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Tag

from register.model.base import (
    Bilingual,
    CardId,
    Cites,
    Day,
    Integer,
    Name,
    Number,
    Text,
    Unknown,
    Url,
    Words,
    YesNo,
)
from register.model.card import Siren
from register.model.citation import CITING
from register.model.vocabulary import VOCABULARIES

FieldKind = Literal[
    "texte", "bilingue", "jour", "nombre", "entier", "code", "codes", "textes", "oui_non",
    "adresse", "siren", "identifiant", "sources", "groupe", "liste", "libre",
]  # fmt: skip
"""What a key holds: ``codes`` and ``textes`` are several; ``libre`` is what only a file can say."""

_KINDS: tuple[tuple[Any, FieldKind], ...] = (
    (YesNo, "oui_non"),
    (Text, "texte"),
    (Day, "jour"),
    (Number, "nombre"),
    (Integer, "entier"),
    (Url, "adresse"),
    (Siren, "siren"),
    (CardId, "identifiant"),
    (Name, "identifiant"),
    (Words, "bilingue"),
    (Bilingual, "bilingue"),
)
_PLAIN = [known for known, _ in _KINDS]
_LISTINGS = {codes: name for name, codes in VOCABULARIES.items()}


@dataclass(frozen=True)
class Field:
    """One key: ``key`` is dotted, without list positions (``donnees.nom``).

    ``listing`` names the closed list of its ``codes``; ``knowable`` says that ``{inconnu: …}`` is
    admitted; ``within`` is the key of the nearest list that holds it, or nothing.
    """

    key: str
    kind: FieldKind
    required: bool
    knowable: bool
    within: str = ""
    codes: tuple[str, ...] = ()

    @property
    def listing(self) -> str | None:
        """The name of the closed list its codes are in."""
        return _LISTINGS.get(self.codes)


def fields_of(model: type[BaseModel], above: str = "", within: str = "") -> Iterator[Field]:
    """Give the keys of ``model`` in its order, each group before what it holds.

    >>> from register.model.card import Territory
    >>> [(field.key, field.kind, field.required) for field in fields_of(Territory)]
    [('echelle', 'code', True), ('nom', 'texte', True), ('precision', 'texte', False)]
    """
    hints = get_type_hints(model, include_extras=True)
    for name, info in model.model_fields.items():
        written = info.alias or name
        key = f"{above}.{written}" if above else written
        yield from _fields(key, hints[name], required=info.is_required(), within=within)


def _fields(key: str, hint: Any, *, required: bool, within: str) -> Iterator[Field]:
    branches = [kind for kind in _branches(hint) if kind is not type(None)]
    told = [kind for kind in branches if kind is not Unknown]
    kind, codes = _kind(key, told[0])
    yield Field(key, kind, required, len(told) < len(branches), within, codes)
    if kind == "groupe":
        yield from fields_of(told[0], key, within)
    elif kind == "liste":
        yield from fields_of(get_args(told[0])[0], key, key)


def _branches(hint: Any) -> Iterator[Any]:
    """Give what a key may be: the branches of its unions, without the tags around them."""
    bare = _untagged(hint)
    union = get_args(bare)[0] if get_origin(bare) is Annotated else bare
    if get_origin(union) in (Union, UnionType) and bare not in _PLAIN:
        for branch in get_args(union):
            yield from _branches(branch)
    else:
        yield bare


def _untagged(hint: Any) -> Any:
    if get_origin(hint) is not Annotated:
        return hint
    kept = [one for one in hint.__metadata__ if not isinstance(one, Tag)]
    return Annotated[hint.__origin__, *kept] if kept else hint.__origin__


def _kind(key: str, hint: Any) -> tuple[FieldKind, tuple[str, ...]]:
    for known, kind in _KINDS:
        if hint == known:
            return kind, ("oui", "non") if kind == "oui_non" else ()
    if hint == Cites:
        return ("sources" if key.rpartition(".")[2] in CITING else "libre"), ()
    if get_origin(hint) is Literal:
        codes = get_args(hint)
        return ("code", codes) if all(isinstance(code, str) for code in codes) else ("libre", ())
    if get_origin(hint) is tuple:
        return _several(get_args(hint)[0])
    return ("groupe" if _is_model(hint) else "libre"), ()


def _several(item: Any) -> tuple[FieldKind, tuple[str, ...]]:
    if item == Text:
        return "textes", ()
    if get_origin(item) is Literal:
        return "codes", get_args(item)
    return ("liste" if _is_model(item) else "libre"), ()


def _is_model(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, BaseModel)
