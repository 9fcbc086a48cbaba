"""``registre demande``: what a branch changes, as both forges show it on the pull request."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from explainers import computing
from explainers.cases import differences
from register import loading
from register.cli.apercu import preview
from register.cli.choix import branch_beside, stop, today
from register.cli.constats import examine
from register.cli.racine import Racine
from register.cli.valider import Base, examined, touched
from register.history import Repository
from register.model.algorithm import Algorithm, Catalogue
from register.model.branch import Branch
from register.model.finding import Finding, blocking
from register.model.revision import Untold
from register.render.branch_summary import CardSummary, branch_summary
from register.review import changes, effects
from register.review.dossier import CaseRun
from register.review.owners import accounts

ONE_LINE_IN = 200
"""Of a set of cases, the lines computed again."""


@dataclass(frozen=True)
class Desk:
    """What every card of one call shares."""

    cards: Path
    catalogue: Catalogue
    repository: Repository
    branch: Branch
    apercus: Path | None

    def tell(self, card_id: str) -> CardSummary:
        """Return what the branch does to one card; its preview is written where asked."""
        words = self.catalogue.vocabulaire
        after, before = self.catalogue.get(card_id), self._before(card_id)
        both = before is not None and after is not None
        said = bool(after and after.card.etablie_par == "administration")
        return CardSummary(
            card_id,
            after.card.nom.fr if after else None,
            examine(self.cards / card_id, words, today()),
            changes(before, after, words) if before and after else (),
            tuple(effects(before, after, computing(words))) if before and after else (),
            tuple(_gaps(after)) if after else (),
            tuple(commit for commit in self.branch.commits if commit.fiche == card_id),
            both,
            accounts(after, self.catalogue) if after and said else None,
            self._preview(after) if after and self.apercus else "",
        )

    def _before(self, card_id: str) -> Algorithm | None:
        snapshot = self.branch.avant.get(card_id)
        if snapshot is None:
            return None
        found = self.repository.algorithm(snapshot, self.catalogue.vocabulaire)
        return None if isinstance(found, Untold) else found

    def _preview(self, algorithm: Algorithm) -> str:
        assert self.apercus is not None  # noqa: S101 — asked for above
        name = f"{algorithm.id}.html"
        page = preview(algorithm, self.catalogue.vocabulaire)
        (self.apercus / name).write_text(page, "utf-8")
        return name


def _gaps(algorithm: Algorithm) -> Iterator[CaseRun]:
    """Give the worked cases that do not give what they expect."""
    for _, case in algorithm.cas if algorithm.executable else ():
        if found := differences(algorithm, case, every=ONE_LINE_IN):
            # A step that is also the result tells the same gap twice.
            yield CaseRun(case.nom, tuple(dict.fromkeys(found)))


def demande(
    base: Base = None,
    apercus: Annotated[
        Path | None, typer.Option(help="Dossier où écrire l'aperçu de chaque fiche modifiée.")
    ] = None,
    racine: Racine = Path(),
) -> None:
    """Résume en Markdown ce que la branche change : constats, phrases, effets, messages."""
    cards = loading.cards_in(racine)
    repository = Repository(cards)
    branch = branch_beside(repository, base)
    if apercus is not None:
        try:
            apercus.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            stop(f"{apercus} : ce dossier ne peut pas être écrit ({error.strerror}).")
    desk = Desk(cards, loading.catalogue(cards), repository, branch, apercus)
    told = [desk.tell(card_id) for card_id in branch.fiches]
    others = list(_others(desk))
    typer.echo(branch_summary(told, others, branch.communs), nl=False)
    stopped = blocking([*others, *(finding for card in told for finding in card.constats)])
    raise typer.Exit(1 if stopped else 0)


def _others(desk: Desk) -> Iterator[Finding]:
    """Give the findings outside the cards of the branch, in the files that it changes."""
    if desk.branch.communs:
        yield from loading.vocabulaire(desk.cards)[1]
        own = {desk.cards / card_id for card_id in desk.branch.fiches}
        rest = [folder for folder in touched(desk.cards, desk.branch) if folder not in own]
        yield from blocking(examined(rest, desk.catalogue.vocabulaire))
    if desk.branch.administrations:
        yield from loading.administrations(desk.cards)[1]
