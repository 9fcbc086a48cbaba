"""What a pull request changes in the register, as the Markdown both forges show."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from register.model.branch import Proposed
from register.model.change import Change, Effect
from register.model.finding import Finding, blocking
from register.render.words import word
from register.review.dossier import CaseRun

LONGEST = 60_000
"""Characters of a summary; GitHub refuses a comment of more than 65,536."""

MOST_CHANGES = 100
"""Sentences told for one card."""

_SIGNS = re.compile(r"([\\`*_\[\]|#~])")


@dataclass(frozen=True)
class CardSummary:
    """One card of the branch: what is amiss in it, what changes, for whom.

    ``ecarts`` are the worked cases that do not give what they expect.
    ``nom`` is ``None`` where the card cannot be read, ``contacts`` where it does not say that its
    administration wrote it; else they are the accounts that may confirm it. ``comparee`` is false
    for a card that was not there, or could not be read, before.
    """

    fiche: str
    nom: str | None
    constats: Sequence[Finding] = ()
    changements: Sequence[Change] = ()
    effets: Sequence[Effect] = ()
    ecarts: Sequence[CaseRun] = ()
    commits: Sequence[Proposed] = ()
    comparee: bool = True
    contacts: Sequence[str] | None = None
    apercu: str = ""


def branch_summary(
    cards: Sequence[CardSummary], others: Sequence[Finding] = (), shared: Sequence[str] = ()
) -> str:
    """Return the summary of a branch, at most ``LONGEST`` characters.

    ``others`` are the findings outside the cards it changes; ``shared`` the files it changes that
    every card reads.
    """
    found = [*others, *(finding for card in cards for finding in card.constats)]
    counts = f"{len(cards)} fiche(s) modifiée(s), {len(found)} constat(s)"
    lines = [
        "# Ce que cette proposition change dans le registre",
        f"{counts}, dont {len(blocking(found))} bloquant(s).",
    ]
    if shared:
        names = ", ".join(f"`{name}`" for name in shared)
        lines.append(f"Listes communes modifiées : {names}. Toutes les fiches ont été relues.")
    if others:
        lines += ["## Constats hors des fiches modifiées", _block(others)]
    for card in cards:
        lines += _card(card)
    text = "\n\n".join(lines) + "\n"
    if len(text) <= LONGEST:
        return text
    kept = text[: text.rindex("\n\n", 0, LONGEST)]
    end = "</pre>\n\n" if kept.count("<pre>") > kept.count("</pre>") else ""
    return f"{kept}\n\n{end}La suite est trop longue pour être affichée : `registre demande`.\n"


def _card(card: CardSummary) -> Iterator[str]:
    yield f"## {_plain(card.nom or 'Fiche illisible')} (`{card.fiche}`)"
    if card.contacts is not None:
        yield _to_confirm(card.contacts)
    if card.apercu:
        yield f"Aperçu de la page : `{card.apercu}`, parmi les fichiers joints à la vérification."
    yield "### Constats"
    yield _block(card.constats) if card.constats else "Rien à signaler."
    yield "### Ce qui change"
    yield "\n".join(_changes(card))
    if card.effets:
        yield "### Effet sur les cas de calcul"
        yield "\n".join(_effects(card.effets))
    if card.ecarts:
        yield "### Cas de calcul qui ne donnent plus ce qu'ils attendent"
        yield "\n".join(
            f"- {_plain(run.nom)}\n" + "\n".join(f"  - {_plain(gap)}" for gap in run.ecarts)
            for run in card.ecarts
        )
    yield "### Messages des commits"
    yield "\n".join(map(_commit, card.commits)) or "Rien n'est encore enregistré (commit)."


def _to_confirm(accounts: Sequence[str]) -> str:
    if not accounts:
        return (
            "La fiche se dit établie par l'administration, qui n'a pas de contact enregistré dans "
            "`algorithms/_administrations/` : la page affichera « non confirmé »."
        )
    named = " ou ".join(f"`{account}`" for account in accounts)
    return (
        f"La fiche se dit établie par l'administration. Après la relecture de {named}, le commit "
        f"de fusion porte `Confirmee-par: {accounts[0]}` ; d'ici là, la page affiche « non "
        "confirmé »."
    )


def _changes(card: CardSummary) -> Iterator[str]:
    if not card.comparee:
        yield "Rien à comparer : le registre n'avait pas cette fiche, ou ne pouvait pas la lire."
    elif not card.changements:
        yield "Rien de ce que le registre lit ne change."
    for change in card.changements[:MOST_CHANGES]:
        weighs = word(f"touche_{change.touche}", "fr")
        yield f"- **{weighs}** — {_plain(change.phrase)}"
        for cell in change.cases:
            became = f"{_plain(cell.avant or '—')} → {_plain(cell.apres or '—')}"
            yield f"  - {_plain(cell.ligne)}, {_plain(cell.colonne)} : {became}"
    if len(card.changements) > MOST_CHANGES:
        yield f"- et {len(card.changements) - MOST_CHANGES} autres changements"


def _effects(effects: Sequence[Effect]) -> Iterator[str]:
    changed = [effect for effect in effects if effect.change]
    yield from (f"- {_plain(effect.phrase)}" for effect in changed)
    same = len(effects) - len(changed)
    if same:
        yield f"- {same} {'autre(s) ' if changed else ''}cas : sans changement"


def _commit(commit: Proposed) -> str:
    said = [commit.nature.replace("_", "-")] if commit.nature else []
    said += [f"à compter du {commit.date_effet}"] if commit.date_effet else []
    said += [f"confirmée par {one}" for one in commit.confirmee_par]
    told = f" ({_plain(', '.join(said))})" if said else ""
    faults = "".join(
        f"\n  - {_plain(f'{fault.code}: {fault.message} → {fault.remedy}')}"
        for fault in commit.defauts
    )
    return f"- `{commit.commit[:10]}` {_plain(commit.objet)}{told}{faults}"


def _block(findings: Sequence[Finding]) -> str:
    """Return the lines of the terminal as they are: nothing in them is Markdown or a mention."""
    lines = "\n".join(str(finding).replace("\n", " ") for finding in findings)
    return f"<pre>\n{html.escape(lines, quote=False)}\n</pre>"


def _plain(text: str) -> str:
    r"""Return a contributor's words as words: no Markdown, no HTML, nobody called by ``@``.

    >>> _plain("<b>@ville</b> *dit* 12 %")
    '&lt;b&gt;@<!-- -->ville&lt;/b&gt; \\*dit\\* 12 %'
    """
    safe = html.escape(" ".join(text.split()), quote=False)
    return _SIGNS.sub(r"\\\1", safe).replace("@", "@<!-- -->")
