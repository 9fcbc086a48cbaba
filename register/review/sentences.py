"""Sentences for blocks whose values are compared one by one."""

from collections.abc import Callable, Iterator

from register.model.change import Affects, Change, Piece
from register.model.vocabulary import Vocabulary
from register.review.leaves import differences, leaves
from register.review.words import pieces

SHORT = 60
"""Characters up to which both values stand in the sentence itself."""

_LISTS = {
    "statut": "statut",
    "domaine": "domaine",
    "etablie_par": "auteur",
    "date_de_reference": "date_de_reference",
    "degre": "contribution",
    "collecte": "collecte",
    "recours": "recours",
    "classe": "ai_act",
    "alinea": "secret",
    "moteur": "moteur",
    "echelle": "echelle",
    "destinataires": "destinataires",
    "portee": "portee",
    "situations": "situation",
    "fiabilite": "fiabilite",
    "nature": "nature_source",
}
_UNKNOWN = ".inconnu"
_TELLING = frozenset({"en", "source", "d_apres"})
"""Keys that never weigh on a decision: the English words, the sources cited."""

_SPELLED = {
    "en": "en anglais",
    "source": "sources citées",
    "d_apres": "sources citées",
    "degre": "degré",
    "unite": "unité",
    "presente": "présente",
    "resultat": "résultat",
    "operation": "opération",
    "jusqu_a": "dernier jour",
    "verifications": "vérifications",
    "verifie_le": "relu le",
    "depuis": "premier jour",
    "libelle": "libellé",
    "precision": "précision",
    "portee": "portée",
    "derniere": "dernière",
    "donnee_sur_demande": "donnée sur demande",
    "constatee_le": "constatée le",
    "peut_ecarter_le_resultat": "peut écarter le résultat",
}


def block_changes(
    before: object,
    after: object,
    *,
    name: str,
    key: str,
    touches: Callable[[str], Affects],
    vocabulaire: Vocabulary,
    skip: tuple[str, ...] = (),
) -> Iterator[Change]:
    """Yield a change for every value of a block that came, went or changed.

    ``name`` says what the block is to the reader, ``key`` where it stands in the files;
    ``touches`` gives what a value weighs on, by its key inside the block.
    """
    for inner, old, new in differences(leaves(before, skip), leaves(after, skip)):
        weighs = "redaction" if _TELLING.intersection(inner.split(".")) else touches(inner)
        inside = readable(inner)
        subject = f"{name}, {inside}" if inside else name
        last = inner or key
        words = (_worded(last, old, vocabulaire), _worded(last, new, vocabulaire))
        yield Change(
            weighs,
            f"{key}.{inner}" if inner else key,
            _sentence(subject, inner, *words),
            mots=_word_by_word(*words),
        )


def readable(key: str) -> str:
    """Return the key inside a block in words.

    >>> readable("intervention_humaine.qui"), readable("aide.fr"), readable("unite")
    ('intervention humaine, qui', 'aide', 'unité')
    """
    parts = [part for part in key.removesuffix(_UNKNOWN).split(".") if part != "fr"]
    return ", ".join(_SPELLED.get(part, part.replace("_", " ")) for part in parts)


def becomes(subject: str, old: str | None, new: str | None) -> str:
    """Return the sentence for a value that came, went or changed."""
    if old is None:
        return f"{subject} : ajouté{_shown(new)}."
    if new is None:
        return f"{subject} : retiré{_shown(old)}."
    if max(len(old), len(new)) > SHORT:
        return f"{subject} : la rédaction change."
    return f"{subject} : « {old} » devient « {new} »."


def _sentence(subject: str, key: str, old: str | None, new: str | None) -> str:
    if key.endswith(_UNKNOWN) or key == "inconnu":
        if old is None:
            return f"{subject} : dit maintenant inconnu{_shown(new)}."
        if new is None:
            return f"{subject} : n'est plus dit inconnu."
    return becomes(subject, old, new)


def _word_by_word(old: str | None, new: str | None) -> tuple[Piece, ...]:
    """Return the words that the sentence itself does not show."""
    one_came_or_went = old is None or new is None
    if one_came_or_went and len(old or new or "") <= SHORT:
        return ()
    return pieces(old or "", new or "")


def _shown(text: str | None) -> str:
    return f" (« {text} »)" if text and len(text) <= SHORT else ""


def _worded(key: str, value: str | None, vocabulaire: Vocabulary) -> str | None:
    for part in reversed(key.split(".")):
        if part in _LISTS and value is not None:
            return vocabulaire.label(_LISTS[part], value)
    return value
