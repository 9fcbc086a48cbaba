"""The dossier as data: what the page says, whole, for programs and for the file of a reviewer."""

from register.model.change import Change
from register.model.obligation import Answer
from register.model.opinion import Opinion
from register.model.revision import Untold
from register.model.vocabulary import Vocabulary
from register.render.audit import why
from register.render.reader import Reader
from register.review.dossier import Dossier


def dossier_data(dossier: Dossier, vocabulaire: Vocabulary) -> dict[str, object]:
    """Return the dossier as JSON values: texts in French, days as ``YYYY-MM-DD``."""
    card, used = dossier.algorithm.card, dossier.deploiement
    reader = Reader("fr", vocabulaire, card)
    return {
        "fiche": card.id,
        "nom": card.nom.fr,
        "deploiement": used.siren if used else None,
        "jour": str(dossier.jour),
        "avertissement": str(reader.say("aud_chapo")),
        "fichiers_lus": dict(sorted(dossier.lus.items())),
        "devoirs": [_answer(reader, answer) for answer in dossier.reponses],
        "avis": [
            {
                **_opinion(standing.depose.nom, standing.depose.avis, standing.depose.texte),
                "perime": standing.perime,
                "fichiers_modifies": standing.modifies,
                "fichiers_ajoutes": standing.ajoutes,
                "fichiers_retires": standing.retires,
                "changements": _changes(dossier.changements.get(standing.depose.nom, ())),
                "reponses": [_opinion(one.nom, one.avis, one.texte) for one in standing.reponses],
            }
            for standing in dossier.avis
        ],
        "cas": [{"nom": run.nom, "ecarts": run.ecarts} for run in dossier.cas],
    }


def _answer(reader: Reader, answer: Answer) -> dict[str, object]:
    duty = reader.vocabulaire.exigences[answer.exigence]
    return {
        "exigence": answer.exigence,
        "nom": duty.nom.fr,
        "article": duty.article,
        "legiarti": duty.legiarti,
        "verifie": duty.texte is not None,
        "nature": duty.nature,
        "etat": answer.etat,
        "pourquoi": why(reader, answer).striptags(),
        "a_juger": duty.a_juger,
        "preuves": [
            {"cle": proof.cle, "etat": proof.etat, "texte": proof.texte} for proof in answer.preuves
        ],
        "constats": [
            {"code": fault.code, "message": fault.message, "article": fault.article}
            for fault in answer.constats
        ],
    }


def _opinion(name: str, opinion: Opinion, text: str) -> dict[str, object]:
    return {"id": name, **opinion.model_dump(mode="json", exclude_none=True), "texte": text}


def _changes(since: tuple[Change, ...] | Untold) -> list[str] | None:
    return None if isinstance(since, Untold) else [change.phrase for change in since]
