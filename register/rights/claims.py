"""Requests to the authority: explanation, publication, documents, reasons, personal data.

Texts: code des relations entre le public et l'administration (CRPA), as read in the copy named in
``algorithms/_vocabulaire/exigences.yaml``; Regulation (EU) 2016/679 (RGPD).
"""

from register.model.card import Card
from register.model.letter import blank
from register.rights.body import (
    COPY_OF_DECISION,
    RECEIPT,
    SILENCE,
    SILENCE_ARTICLES,
    Body,
    by_mail,
    own_words,
    the_decision,
)
from register.rights.request import Request, said, said_day

FOUR_ITEMS = (
    "le degré et le mode de contribution du traitement algorithmique à la prise de décision",
    "les données traitées et leurs sources",
    "les paramètres de traitement et, le cas échéant, leur pondération, appliqués à ma situation",
    "les opérations effectuées par le traitement",
)
"""The four items of CRPA, art. R. 311-3-1-2, as the person asks for them."""

FIFTEEN = (
    "les finalités du traitement",
    "les catégories de données concernées",
    "les destinataires ou catégories de destinataires",
    "la durée de conservation envisagée ou les critères qui la déterminent",
    "l'existence des droits de rectification, d'effacement, de limitation et d'opposition",
    "le droit d'introduire une réclamation auprès de la CNIL",
    "toute information disponible sur la source des données que je n'ai pas données moi-même",
    "l'existence d'une prise de décision automatisée, y compris un profilage, et les informations "
    "utiles concernant la logique sous-jacente, ainsi que l'importance et les conséquences prévues "
    "de ce traitement pour moi",
)
"""RGPD, art. 15, 1, a) to h)."""


def numbered(items: tuple[str, ...]) -> str:
    r"""Return the items one a line, numbered.

    >>> numbered(("le mode", "les données"))
    '1. le mode ;\n2. les données.'
    """
    last = len(items)
    return "\n".join(
        f"{rank}. {item}{'.' if rank == last else ' ;'}" for rank, item in enumerate(items, start=1)
    )


def explanation(request: Request, card: Card | None) -> Body:
    """The individual explanation (CRPA, art. L. 311-3-1 and R. 311-3-1-2), its four items."""
    title = f" (« {card.nom.fr} »)" if card else ""
    missing = (
        (
            "Cette décision ne comporte pas, à ma connaissance, la mention explicite prévue à "
            "l'article L. 311-3-1 du code des relations entre le public et l'administration.",
        )
        if request.sans_mention
        else ()
    )
    separate = (_publication_too(card),) if request.publication_aussi else ()
    return Body(
        avant=(
            f"{the_decision(request)} Une copie en est jointe.",
            *missing,
            *own_words(request),
            f"Si cette décision a été prise sur le fondement d'un traitement algorithmique{title}, "
            "je vous demande, en application des articles L. 311-3-1 et R. 311-3-1-2 du code des "
            "relations entre le public et l'administration (CRPA), de me communiquer, sous une "
            "forme intelligible, les règles définissant ce traitement et les principales "
            f"caractéristiques de sa mise en œuvre, soit :\n{numbered(FOUR_ITEMS)}",
        ),
        apres=(*separate, by_mail(request), RECEIPT, SILENCE),
        pieces=(COPY_OF_DECISION,),
        articles=(
            "CRPA, art. L. 311-3-1",
            "CRPA, art. R. 311-3-1-2",
            "CRPA, art. L. 311-9",
            *SILENCE_ARTICLES,
            *(("CRPA, art. L. 312-1-3",) if separate else ()),
        ),
    )


def publication(request: Request, card: Card | None) -> Body:
    """The rules on line (CRPA, art. L. 312-1-3), that anyone may ask for."""
    return Body(
        avant=(
            "En application de l'article L. 312-1-3 du code des relations entre le public et "
            "l'administration (CRPA), les administrations qui comptent au moins 50 agents ou "
            "salariés en équivalents temps plein (art. D. 312-1-4) publient en ligne les règles "
            "définissant les principaux traitements algorithmiques utilisés dans "
            "l'accomplissement de leurs missions lorsqu'ils fondent des décisions individuelles.",
            f"Je vous demande de publier en ligne les règles du traitement suivant : "
            f"{_treatment(request, card)}.",
            *own_words(request),
            "Je vous remercie de m'indiquer l'adresse de cette publication. Si vous estimez qu'un "
            "secret protégé par le 2° de l'article L. 311-5 s'y oppose, je vous demande de dire "
            "lequel et ce qu'il couvre.",
            "En cas de refus de publication, je pourrai saisir la Commission d'accès aux documents "
            "administratifs (CRPA, art. L. 342-1).",
        ),
        apres=(RECEIPT,),
        articles=(
            "CRPA, art. L. 312-1-3", "CRPA, art. D. 312-1-4", "CRPA, art. L. 311-5",
            "CRPA, art. L. 342-1", "CRPA, art. L. 112-3", "CRPA, art. L. 114-2",
        ),
    )  # fmt: skip


def documents(request: Request, card: Card | None) -> Body:
    """Administrative documents (CRPA, art. L. 300-2 and L. 311-1)."""
    del card
    return _communication(request, said(request.precision, "les documents demandés"))


def source_code(request: Request, card: Card | None) -> Body:
    """The source code, which art. L. 300-2 names among administrative documents."""
    published = card.code_source if card else None
    known = (
        f" Un code est publié à l'adresse {published.url} : dites-moi si c'est celui-là."
        if published and published.publie == "oui" and published.url
        else ""
    )
    decided = said_day(request.decision_le, "date de la décision")
    return _communication(
        request,
        f"le code source du traitement suivant : {_treatment(request, card)}, dans la version "
        f"utilisée pour la décision du {decided}, avec sa documentation.{known}",
        own_words(request),
    )


def _communication(request: Request, wanted: str, more: tuple[str, ...] = ()) -> Body:
    return Body(
        avant=(
            "En application des articles L. 300-2 et L. 311-1 du code des relations entre le "
            "public et l'administration (CRPA), je vous demande communication de : "
            f"{wanted.removesuffix('.')}.",
            *more,
            "Si une partie de ces documents n'est pas communicable, je vous demande de me "
            "transmettre le reste après occultation (CRPA, art. L. 311-7), dans un standard "
            "ouvert, aisément réutilisable (CRPA, art. L. 300-4).",
        ),
        apres=(by_mail(request), RECEIPT, SILENCE),
        articles=(
            "CRPA, art. L. 300-2", "CRPA, art. L. 300-4", "CRPA, art. L. 311-1",
            "CRPA, art. L. 311-7", "CRPA, art. L. 311-9", *SILENCE_ARTICLES,
        ),
    )  # fmt: skip


def reasons(request: Request, card: Card | None) -> Body:
    """The reasons of an unfavourable decision (CRPA, art. L. 211-2 and L. 211-5)."""
    del card
    return Body(
        avant=(
            f"{the_decision(request)} Elle m'est défavorable.",
            *own_words(request),
            "En application de l'article L. 211-2 du code des relations entre le public et "
            "l'administration (CRPA), j'ai le droit d'être informé sans délai des motifs des "
            "décisions administratives individuelles défavorables qui me concernent. Je vous "
            "demande de me les communiquer par écrit, avec les considérations de droit et de fait "
            "qui constituent le fondement de la décision (CRPA, art. L. 211-5).",
        ),
        apres=(RECEIPT,),
        pieces=(COPY_OF_DECISION,),
        articles=(
            "CRPA, art. L. 211-2", "CRPA, art. L. 211-5", "CRPA, art. L. 112-3",
            "CRPA, art. L. 114-2",
        ),
    )  # fmt: skip


def reasons_of_silence(request: Request, card: Card | None) -> Body:
    """The reasons of an implicit refusal (CRPA, art. L. 232-4)."""
    del card
    return Body(
        avant=(
            f"Le {said_day(request.recue_le or request.demande_le, 'date de la demande')}, vous "
            f"avez reçu ma demande : {said(request.demande, 'objet de la demande')}. Je n'ai pas "
            "reçu de réponse, et votre silence vaut refus.",
            *own_words(request),
            "En application de l'article L. 232-4 du code des relations entre le public et "
            "l'administration (CRPA), je vous demande de me communiquer, dans le mois, les motifs "
            "de cette décision implicite de rejet. Le délai du recours contentieux est prorogé "
            "jusqu'à l'expiration de deux mois suivant le jour où ils m'auront été communiqués.",
        ),
        apres=(RECEIPT,),
        pieces=("copie de la demande restée sans réponse", "preuve de sa réception"),
        articles=("CRPA, art. L. 232-4", "CRPA, art. L. 112-3", "CRPA, art. L. 114-2"),
    )


def personal_data(request: Request, card: Card | None) -> Body:
    """Access to one's own data (RGPD, art. 15), within one month (art. 12, 3)."""
    return Body(
        avant=(
            "En application de l'article 15 du règlement (UE) 2016/679 (RGPD), je vous demande de "
            "me confirmer que des données personnelles me concernant sont traitées, notamment "
            f"pour : {_treatment(request, card)}. Si c'est le cas, je vous demande une copie de "
            f"ces données (art. 15, 3), ainsi que (art. 15, 1) :\n{numbered(FIFTEEN)}",
            *own_words(request),
            "L'article 12, 3 vous donne un mois à compter de la réception de ma demande pour "
            "m'informer des suites données ; il peut être prolongé de deux mois si vous m'en dites "
            "les motifs dans le premier. Sans réponse, je pourrai saisir la CNIL.",
        ),
        articles=("RGPD, art. 12, 3", "RGPD, art. 15"),
    )


def _treatment(request: Request, card: Card | None) -> str:
    """The algorithm: by its card, else by the decision, else a blank."""
    if card is not None:
        return f"« {card.nom.fr} »"
    if request.decision.strip():
        return f"celui qui sert à la décision suivante, {request.decision.strip()}"
    return blank("le traitement algorithmique, ou la décision à laquelle il sert")


def _publication_too(card: Card | None) -> str:
    which = f" « {card.nom.fr} »" if card else ""
    return (
        "Par une demande distincte, je vous demande de publier en ligne les règles définissant "
        f"ce traitement{which} (CRPA, art. L. 312-1-3) : un refus de publication est un autre "
        "refus qu'un refus de communication (CRPA, art. L. 342-1)."
    )
