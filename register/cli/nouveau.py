"""``registre nouveau``: the files a card starts from, nothing in them that could pass for done."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter, ValidationError

from register import loading
from register.cli.choix import folder_of, stop
from register.cli.racine import Racine
from register.history import Repository, Timeline
from register.loading.emptied import emptied
from register.loading.spelling import identifier
from register.model.base import CardId
from register.model.card import Siren

Keeps = Callable[[tuple[str | int, ...]], bool]

TEMPLATE = "_modele"

_SHARED = (
    "schema", "nom", "resume", "domaine", "situations", "courriers", "sources",
    "date_de_reference", "decision", "parcours", "finalite", "fondements_juridiques",
    "regime_derogatoire", "contribution", "donnees", "type", "apprentissage", "reutilisation",
)  # fmt: skip
"""What a card of the same kind may take over; the rest is for each administration to say."""

_ITS_OWN = ("volume_annuel", "effets_importants", "lue_le", "verifie_le", "valeurs")
"""Keys emptied wherever they stand: figures and days of reading are never carried over."""

_HEAD = """\
# {id} : écrivez après chaque deux-points. « ex. : » montre ce qu'écrirait une commune imaginaire.
# Une clé que vous ne remplissez pas : retirez sa ligne, elle s'affichera « à compléter » ;
"""
_NEXT = """\
Ensuite :
  1. remplissez les clés vides dans {folder} (les listes : algorithms/_vocabulaire/)
  2. registre valider {folder}
  3. registre apercu {id}
  4. proposez la branche depot/{id} : guides/administration.md"""


def nouveau(
    fiche: Annotated[str, typer.Argument(help="Identifiant : minuscules, chiffres et tirets.")],
    depuis: Annotated[
        str | None, typer.Option(help="Fiche d'un algorithme semblable, à reprendre sans chiffres.")
    ] = None,
    deploiement: Annotated[
        str | None,
        typer.Option(
            metavar="SIREN",
            help="Déclare que cette administration emploie l'algorithme d'une fiche existante.",
        ),
    ] = None,
    racine: Racine = Path(),
) -> None:
    """Prépare les fichiers d'une fiche, ou d'un déploiement, à remplir."""
    cards = loading.cards_in(racine)
    if deploiement is not None:
        if depuis is not None:
            stop("Donnez --depuis ou --deploiement, pas les deux.")
        files = _deployment(cards, folder_of(cards, fiche), deploiement)
    else:
        _free(cards, fiche)
        source = folder_of(cards, depuis) if depuis else None
        files = _copied(source, fiche) if source else _blank(cards, fiche)
    folder = cards / fiche
    for name, text in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        except OSError as error:
            stop(f"{path} : ce fichier ne peut pas être écrit ({error.strerror}).")
        typer.echo(path)
    typer.echo(_NEXT.format(folder=folder, id=fiche))


def _free(cards: Path, card_id: str) -> None:
    """Stop unless ``card_id`` is an identifier that no card has or ever had."""
    try:
        TypeAdapter(CardId).validate_python(card_id)
    except ValidationError:
        near = identifier(card_id, "-")
        hint = f" → écrivez {near}" if near else " → minuscules sans accent, chiffres et tirets"
        stop(f"« {card_id} » n'est pas un identifiant{hint}")
    if (cards / card_id).exists():
        stop(f"{cards / card_id} existe déjà → --deploiement pour y ajouter votre administration")
    timeline = Repository(cards).timeline()
    if isinstance(timeline, Timeline) and card_id in timeline.cards:
        stop(f"« {card_id} » a déjà nommé une fiche → un identifiant ne sert qu'une fois")


def _blank(cards: Path, card_id: str) -> dict[str, str]:
    text = _template(cards, "fiche.yaml").partition("\n")[2].partition("\n")[2]
    blank = emptied(text, lambda path: path == ("schema",), examples=True)
    return {"fiche.yaml": _HEAD.format(id=card_id) + _named(blank, card_id)}


def _copied(source: Path, card_id: str) -> dict[str, str]:
    """Return the card, rules and parameters of a card, without what is its own."""
    files = {"fiche.yaml": _named(_taken(source / "fiche.yaml", _shared), card_id)}
    for path in sorted([*source.glob("regles/*.yaml"), *source.glob("parametres.yaml")]):
        files[str(path.relative_to(source))] = _taken(path, _not_its_own)
    return files


def _deployment(cards: Path, folder: Path, siren: str) -> dict[str, str]:
    try:
        TypeAdapter(Siren).validate_python(siren)
    except ValidationError:
        stop(f"« {siren} » n'est pas un SIREN → écrivez neuf chiffres")
    name = f"deploiements/{siren}.yaml"
    if (folder / name).exists():
        stop(f"{folder / name} existe déjà.")
    template = next((cards / TEMPLATE / "deploiements").glob("*.yaml"), None)
    if template is None:
        stop(f"Le modèle {cards / TEMPLATE}/deploiements manque.")
    blank = emptied(_read(template), lambda _: False, examples=True)
    return {name: re.sub(r"^siren:.*$", f'siren: "{siren}"', blank, count=1, flags=re.MULTILINE)}


def _shared(path: tuple[str | int, ...]) -> bool:
    return path[0] in _SHARED and _not_its_own(path)


def _not_its_own(path: tuple[str | int, ...]) -> bool:
    return not any(part in _ITS_OWN for part in path)


def _taken(path: Path, keeps: Keeps) -> str:
    if loading.place(path.parent, path.name, ()) or not path.is_file():
        stop(f"{path} est illisible → registre valider {path.parent}")
    return emptied(_read(path), keeps)


def _named(text: str, card_id: str) -> str:
    """Return the text of a card with its identifier, the only value that is known."""
    return re.sub(
        r"^id:(.*?)( ; ex\. : .*)?$", rf"id: {card_id}\1", text, count=1, flags=re.MULTILINE
    )


def _template(cards: Path, name: str) -> str:
    path = cards / TEMPLATE / name
    if not path.is_file():
        stop(f"Le modèle {path} manque.")
    return _read(path)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        stop(f"{path} : fichier illisible.")
