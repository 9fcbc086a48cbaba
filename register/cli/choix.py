"""Which card, which version, which branch a command is asked about."""

import datetime as dt
import difflib
import re
from pathlib import Path
from typing import NoReturn

import typer

from register import loading, render
from register.history import Repository
from register.model.algorithm import Algorithm
from register.model.branch import Branch
from register.model.revision import Untold
from register.model.vocabulary import Vocabulary

BASES = ("origin/main", "main")
"""The published branch, where no other is named: the forge's, else the one on this machine."""

NO_MODEL = (
    "Le moteur OpenFisca n'est pas installé → make run l'installe, ou pip install '.[openfisca]'"
)
"""Where a command can do nothing without the model."""

_COMMIT = re.compile(r"[0-9a-f]{7,40}")


def stop(message: str) -> NoReturn:
    """End the command: the question itself was wrong."""
    typer.echo(message, err=True)
    raise typer.Exit(2)


def today() -> dt.date:
    """Return the day it is here."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date()


def day_in(text: str | None, option: str) -> dt.date:
    """Return the day written in ``text``, today where nothing is; stop where it is none."""
    if text is None:
        return today()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        stop(f"{option} : « {text} » n'est pas un jour du calendrier → écrivez AAAA-MM-JJ.")


def folder_of(cards: Path, name: str) -> Path:
    """Return the folder of the card named by its id or by its path; stop where there is none."""
    path = Path(name)
    if "/" in name and path.is_file():
        path = path.parent
    if "/" in name and (path / "fiche.yaml").is_file():
        return path
    known = sorted(path.parent.name for path in cards.glob("[!_.]*/fiche.yaml"))
    if name in known:
        return cards / name
    near = difflib.get_close_matches(name, known, n=1)
    hint = f" → vouliez-vous écrire {near[0]} ?" if near else " → voir registre lister"
    stop(f"Aucune fiche « {name} »{hint}")


def card_in(cards: Path, name: str, vocabulary: Vocabulary) -> Algorithm:
    """Return the card named ``id``, a path, or ``id@version``; stop where it cannot be read.

    A version is the day on which the register showed it, or the beginning of a commit.
    """
    card_id, asked, version = name.partition("@")
    if asked:
        return _published(cards, card_id, version, vocabulary)
    folder = folder_of(cards, name)
    algorithm, _ = loading.folder(folder, vocabulary)
    if algorithm is None:
        stop(f"La fiche {folder.name} est illisible → registre valider {folder}")
    return algorithm


def _published(cards: Path, card_id: str, version: str, vocabulary: Vocabulary) -> Algorithm:
    repository = Repository(cards)
    timeline = repository.timeline()
    if isinstance(timeline, Untold):
        stop(why(timeline))
    if _COMMIT.fullmatch(version):
        found = timeline.at(card_id, version)
    else:
        found = timeline.on(card_id, day_in(version, f"{card_id}@"), today())
    algorithm = found if isinstance(found, Untold) else repository.algorithm(found, vocabulary)
    if isinstance(algorithm, Untold):
        stop(f"{card_id}@{version} : {why(algorithm)}")
    return algorithm


def branch_beside(repository: Repository, base: str | None) -> Branch:
    """Return what the files on the disk change since they left ``base``; stop where git cannot."""
    found: Branch | Untold = Untold("hors_git")
    for name in (base,) if base else BASES:
        found = repository.branch(name)
        if isinstance(found, Branch):
            return found
        if found.raison != "revision_inconnue":
            stop(why(found))
    named = base or " ni ".join(BASES)
    stop(f"git ne connaît pas {named} → git fetch origin, ou --base avec la branche publiée")


def why(untold: Untold) -> str:
    """Return in French why git cannot tell."""
    return render.word(f"untold_{untold.raison}", "fr").format(jour=untold.des_le or "")
