"""What to do when a letter says something else: ask, check, and challenge as the card says."""

from collections.abc import Iterator

from register.model.base import Bilingual
from register.model.card import Card
from register.model.vocabulary import Vocabulary
from register.model.whatif import NextStep

_FIRST = (
    NextStep(
        texte=Bilingual(
            fr="Relisez sur la lettre et sur vos papiers les réponses citées ici.",
            en="Read again, on the letter and on your papers, the answers named here.",
        )
    ),
    NextStep(
        texte=Bilingual(
            fr="Demandez à l'administration l'explication de votre décision : les données traitées "
            "et leur source, les paramètres appliqués à votre situation, les opérations.",
            en="Ask the administration to explain your decision: the data processed and their "
            "source, the parameters applied to your case, the operations.",
        ),
        article="CRPA, art. L. 311-3-1 et R. 311-3-1-2",
    ),
    NextStep(
        texte=Bilingual(
            fr="Demandez quelles données elle détient sur vous, pour vérifier celles citées ici.",
            en="Ask which data it holds about you, to check those named here.",
        ),
        article="RGPD, art. 15",
    ),
)

_CHALLENGE = NextStep(
    texte=Bilingual(
        fr="Vous pouvez aussi contester la décision devant l'administration ; "
        "un délai court peut-être déjà.",
        en="You may also challenge the decision before the administration; "
        "a time limit may already be running.",
    ),
    article="CRPA, art. L. 410-1 et L. 411-2",
)

_OPTIONAL = {"gracieux", "hierarchique"}
"""Appeals that are open against any administrative decision: the articles above."""


def next_steps(card: Card, vocabulaire: Vocabulary) -> Iterator[NextStep]:
    """Yield what one can do next; the last follow the remedies of the card, where it names them.

    Before whom, in how many days and under which article are as the card writes them, in French.
    """
    yield from _FIRST
    known = card.droits
    if known is None or not known.recours:
        yield _CHALLENGE
        return
    fr, en = (
        ", ".join(vocabulaire.label("recours", code, lang) for code in known.recours)
        for lang in ("fr", "en")
    )
    yield NextStep(
        texte=Bilingual(
            fr="Vous pouvez aussi contester la décision ; un délai court peut-être déjà. "
            f"Voies indiquées sur la fiche : {fr}.",
            en="You may also challenge the decision; a time limit may already be running. "
            f"Remedies named on the card: {en}.",
        ),
        article=_CHALLENGE.article if _OPTIONAL & {*known.recours} else None,
    )
    if known.precision is not None:
        yield NextStep(texte=Bilingual(fr=known.precision))
