"""Which request answers what the person says they want, and why."""

from collections.abc import Mapping
from typing import Literal

from register.model.base import Bilingual
from register.model.letter import Choice, LetterKind

Wish = Literal[
    "comprendre", "raisons", "regles", "documents", "code", "donnees", "personne", "contester",
    "refus", "silence", "refus_nombreux", "aide",
]  # fmt: skip
"""What a person may say, in their order on the screen."""


def _choice(
    kind: LetterKind, titre: tuple[str, str], why: tuple[str, str], article: str, *, sure: bool
) -> Choice:
    return Choice(
        genre=kind,
        titre=Bilingual(fr=titre[0], en=titre[1]),
        pourquoi=Bilingual(fr=why[0], en=why[1]),
        article=article,
        non_verifie=not sure,
    )


CHOICES: Mapping[Wish, tuple[Choice, ...]] = {
    "comprendre": (
        _choice(
            "explication",
            ("L'explication de mon cas", "The explanation of my case"),
            (
                "L'administration doit vous dire, sous une forme intelligible, la part du calcul, "
                "les données, les paramètres appliqués à votre situation et les opérations.",
                "The administration must tell you, in an intelligible form, the weight of the "
                "computation, the data, the parameters applied to your situation and the "
                "operations.",
            ),
            "CRPA, art. L. 311-3-1 et R. 311-3-1-2",
            sure=True,
        ),
    ),
    "raisons": (
        _choice(
            "motifs",
            ("Les motifs d'une décision défavorable", "The reasons of an unfavourable decision"),
            (
                "Certaines décisions défavorables doivent être motivées par écrit : une sanction, "
                "le refus d'un avantage auquel vous avez droit, un retrait…",
                "Some unfavourable decisions must give written reasons: a penalty, the refusal of "
                "a benefit you are entitled to, a withdrawal…",
            ),
            "CRPA, art. L. 211-2 et L. 211-5",
            sure=True,
        ),
    ),
    "regles": (
        _choice(
            "publication",
            ("La publication des règles en ligne", "Publication of the rules on line"),
            (
                "Toute personne peut la demander, sans être concernée par une décision. Les textes "
                "lus ne disent pas si le silence d'un mois vaut aussi refus de publier.",
                "Anyone may ask for it, without being concerned by a decision. The texts read do "
                "not say whether one month of silence is also a refusal to publish.",
            ),
            "CRPA, art. L. 312-1-3",
            sure=True,
        ),
    ),
    "documents": (
        _choice(
            "documents",
            ("Des documents", "Documents"),
            (
                "Un guide interne, une circulaire, un tableau de points : tout document achevé "
                "que l'administration détient, sauf secret.",
                "An internal guide, a circular, a table of points: any finished document the "
                "administration holds, secrets excepted.",
            ),
            "CRPA, art. L. 300-2 et L. 311-1",
            sure=True,
        ),
    ),
    "code": (
        _choice(
            "code_source",
            ("Le programme (code source)", "The program (source code)"),
            (
                "La loi nomme les codes sources parmi les documents administratifs.",
                "The law names source code among administrative documents.",
            ),
            "CRPA, art. L. 300-2",
            sure=True,
        ),
    ),
    "donnees": (
        _choice(
            "donnees_personnelles",
            ("Mes données personnelles", "My personal data"),
            (
                "Une copie de vos données, leur source, et la logique d'une décision automatisée ; "
                "réponse sous un mois, prolongeable de deux.",
                "A copy of your data, their source, and the logic of an automated decision; "
                "answer within one month, which two more may extend.",
            ),
            "RGPD, art. 12, 3 et 15",
            sure=True,
        ),
    ),
    "personne": (
        _choice(
            "intervention_humaine",
            ("L'examen de mon cas par une personne", "A human look at my case"),
            (
                "Le RGPD encadre les décisions prises par une machine seule. Pour une décision "
                "autorisée par la loi, les garanties sont dans la loi n° 78-17, art. 47, dont le "
                "texte n'a pas pu être relu.",
                "The GDPR frames decisions taken by a machine alone. For a decision authorised by "
                "law, the safeguards are in law no. 78-17, art. 47, whose text could not be read "
                "again.",
            ),
            "RGPD, art. 22",
            sure=False,
        ),
    ),
    "contester": (
        _choice(
            "recours_gracieux",
            ("Un recours à l'administration qui a décidé", "An appeal to the body that decided"),
            (
                "Gratuit. Fait dans le délai de recours, il l'interrompt. Si la décision annonce "
                "un recours préalable obligatoire, suivez ce qu'elle indique.",
                "Free. Made in time, it interrupts the time limit. If the decision announces a "
                "mandatory prior appeal, follow what it says.",
            ),
            "CRPA, art. L. 410-1 et L. 411-2",
            sure=True,
        ),
        _choice(
            "recours_hierarchique",
            ("Un recours à son autorité supérieure", "An appeal to the authority above it"),
            (
                "Mêmes effets, devant l'autorité dont dépend celle qui a décidé.",
                "Same effects, before the authority above the one that decided.",
            ),
            "CRPA, art. L. 410-1 et L. 411-2",
            sure=True,
        ),
    ),
    "refus": (
        _choice(
            "cada",
            ("Saisir la CADA d'un refus", "Refer a refusal to the CADA"),
            (
                "Votre demande a été refusée, ou personne n'a répondu en un mois. Obligatoire "
                "avant le juge. L'adresse postale vient d'un annuaire de 2018 : vérifiez-la sur "
                "cada.fr.",
                "Your request was refused, or nobody answered within a month. Mandatory before "
                "the court. The postal address comes from a directory of 2018: check it on "
                "cada.fr.",
            ),
            "CRPA, art. L. 342-1 et R. 343-1",
            sure=True,
        ),
    ),
    "silence": (
        _choice(
            "motifs_du_silence",
            ("Les motifs d'un refus par silence", "The reasons of a silent refusal"),
            (
                "Pour les décisions qui auraient dû être motivées, dans le délai du recours. "
                "Les motifs sont dus dans le mois.",
                "For decisions that should have given reasons, within the time limit for appeal. "
                "The reasons are due within a month.",
            ),
            "CRPA, art. L. 232-4",
            sure=True,
        ),
    ),
    "refus_nombreux": (
        _choice(
            "cada_serie",
            ("Saisir la CADA d'une série", "Refer a series to the CADA"),
            (
                "Cinq demandes ou plus, de même objet, à différentes administrations : une seule "
                "saisine, un seul avis. Elle ne vaut que pour un refus de communication.",
                "Five requests or more with the same object, to different administrations: one "
                "referral, one opinion. Only for a refusal to communicate.",
            ),
            "CRPA, art. L. 342-1 et R. 343-3-1",
            sure=True,
        ),
        _choice(
            "information_serie",
            ("Informer une administration de la série", "Tell an administration of the series"),
            (
                "À envoyer à chacune d'elles : sans cela, la saisine ne vaut pas pour elle.",
                "To be sent to each of them: without it, the referral does not count for it.",
            ),
            "CRPA, art. L. 342-1 et R. 343-3-1",
            sure=True,
        ),
    ),
    "aide": (
        _choice(
            "defenseur_des_droits",
            ("Saisir le Défenseur des droits", "Go to the Défenseur des droits"),
            (
                "Gratuit, après une première démarche auprès de l'administration. Il ne suspend "
                "pas les délais.",
                "Free, after a first step with the administration. It does not suspend time "
                "limits.",
            ),
            "Constitution, art. 71-1",
            sure=True,
        ),
    ),
}
"""What each wish leads to; the first choice is the one proposed."""


def choose(wish: Wish, *, concerned: bool = True) -> tuple[Choice, ...]:
    """Return the requests that answer ``wish``, the one proposed first.

    The explanation is owed to the person concerned only (CRPA, art. L. 311-3-1): a third party is
    offered the rules on line and the documents, that anyone may ask for.

    >>> [choice.genre for choice in choose("comprendre", concerned=False)]
    ['publication', 'documents', 'code_source']
    """
    if wish == "comprendre" and not concerned:
        return (*CHOICES["regles"], *CHOICES["documents"], *CHOICES["code"])
    return CHOICES[wish]


def choice_of(kind: LetterKind) -> Choice:
    """Return the choice that leads to a kind of letter."""
    return next(choice for found in CHOICES.values() for choice in found if choice.genre == kind)
